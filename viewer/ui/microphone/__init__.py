"""The check of microphone and loudspeaker before a call, and the permission to record."""
