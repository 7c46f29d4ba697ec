"""Manners of the desktop: links, one instance, reports of crashes, tray, notifications, an awake screen."""
