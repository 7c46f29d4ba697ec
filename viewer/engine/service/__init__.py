"""The service's API, signalling and WebRTC: sessions, who may have one, and how many there may be."""
