"""From packets to pictures and sound in step with each other."""
