"""The brokers that the user knows."""
