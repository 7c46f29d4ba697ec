"""What a broker may ask: who there is, how they look, whether there is room, what was said."""
