"""The tab that breaks things on purpose."""
