"""Endurance of the kiosk: weeks on a clock that is played, hours for real."""
