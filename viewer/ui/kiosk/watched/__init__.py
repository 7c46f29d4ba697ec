"""Who looks after the kiosk from elsewhere: systemd, an operator's tools, and whoever is told of trouble."""
