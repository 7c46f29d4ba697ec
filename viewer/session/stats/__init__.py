"""What is measured once a second, of the connection and of this program."""
