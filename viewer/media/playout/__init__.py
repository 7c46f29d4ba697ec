"""What the loudspeaker plays, and when."""
