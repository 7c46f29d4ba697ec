"""The window on a desktop of its own, used by hand: an hour's talk, and a click on a face."""
