"""Keeps a conversation as a film: pictures and voices as they came, what was said as subtitles."""
