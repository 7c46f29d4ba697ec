"""From text to sound, and the mouth that goes with it."""
