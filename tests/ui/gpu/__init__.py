"""The picture by the graphics processor."""
