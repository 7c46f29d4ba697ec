"""The local engine: the service's API, signalling and WebRTC, with a drawn persona that speaks."""
