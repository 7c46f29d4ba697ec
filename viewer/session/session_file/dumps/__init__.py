"""Sessions in the formats of other programs that show WebRTC's connections."""
