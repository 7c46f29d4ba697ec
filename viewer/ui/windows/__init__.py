"""The window, the kiosk and the inspector, and the pages in them."""
