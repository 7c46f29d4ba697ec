"""All that happens in a session, one line each, with what is in it."""
