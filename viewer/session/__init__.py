"""Runs protocol/ on a real network: httpx, websockets and WebRTC on the media thread. No Qt."""
