"""The dialog in which every setting of the table is a row."""
