"""What a session is asked to be (README.md section 1.1)."""
