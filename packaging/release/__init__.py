"""What users get: wheel, bundle, Debian package, archive, and their parts; see ``dev.py release --help``."""
