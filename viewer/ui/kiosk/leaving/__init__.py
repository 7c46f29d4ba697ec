"""How whoever looks after a kiosk ends it."""
