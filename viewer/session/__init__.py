"""Runs protocol/ on a real network: httpx, websockets and aiortc on the media thread. No Qt."""
