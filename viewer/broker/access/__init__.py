"""Who may ask the broker: no web page that is not named, and no client that does not show who it is."""
