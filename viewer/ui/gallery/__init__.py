"""Faces first: whom one may talk to, with which brokers, and how they look."""
