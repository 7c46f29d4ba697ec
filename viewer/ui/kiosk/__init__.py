"""The kiosk: what visitors meet on a screen that nobody looks after. Begin with the README beside this."""
