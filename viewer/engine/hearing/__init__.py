"""From the user's sound to speech, and from speech to text."""
