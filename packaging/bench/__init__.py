"""``dev.py bench``: this viewer and the vendor's Python client, measured from outside in one run."""
