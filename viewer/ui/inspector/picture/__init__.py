"""The picture, closely: pixel by pixel, in figures, and beside another."""
