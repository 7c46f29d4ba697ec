"""What users get: wheel, bundle, Debian package, archive, and what is said of them; see ``dev.py release --help``."""
