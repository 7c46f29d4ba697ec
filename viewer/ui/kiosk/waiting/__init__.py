"""What is shown while nobody is there, and where it comes from."""
