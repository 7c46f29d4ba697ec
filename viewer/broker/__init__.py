"""The broker: holds the API key and starts sessions for viewers (protocol/README.md section 2)."""
