"""From the microphone to the sender."""
