"""A session as lines of JSON: written as it happens, read again, and played. Begin with the README."""
