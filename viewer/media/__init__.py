"""Pictures and sound between the network and the devices. No network here."""
