"""WebRTC on aiortc and aioice, for the session and the engine: peers, receivers, and what those lack."""
