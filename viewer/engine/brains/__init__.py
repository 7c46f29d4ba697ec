"""Where a persona's words come from: the guide's tables, a language model, an echo."""
