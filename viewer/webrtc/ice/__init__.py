"""Candidates and connectivity checks: what aioice lacks."""
