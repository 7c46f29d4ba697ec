"""Who there is to talk to: characters, how they behave, and personas that fail on purpose."""
