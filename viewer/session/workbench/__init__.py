"""What a developer does to a session by hand. Begin with the README beside this."""
