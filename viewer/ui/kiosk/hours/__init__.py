"""When visitors are let in, how much they may use, and what they used."""
