"""The wire, pure: messages, codecs, state machines. No await, clock or socket; time is an argument."""
