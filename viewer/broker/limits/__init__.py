"""How much: requests a minute, sessions at a time and minutes a day, of each client and in all."""
