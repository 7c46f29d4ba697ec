"""One persona in one session: it hears, answers, speaks, and follows its director."""
