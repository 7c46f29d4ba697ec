"""The key to talk by that works while another window has the keyboard, as each platform has it."""
