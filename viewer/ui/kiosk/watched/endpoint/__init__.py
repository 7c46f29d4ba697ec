"""A port of this computer at which the kiosk says how it is, and takes a few wishes."""
