"""The tab that sends: a form for each message, repetition, and snippets."""
