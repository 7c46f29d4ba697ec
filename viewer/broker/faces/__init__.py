"""Faces: who may be talked to, and how they look; the service's pictures, kept on disk."""
