"""Plants faults in a copy of the program, one at a time, and looks whether the tests notice."""
