"""What was said in the talks since the window opened: kept, shown, searched and exported."""
