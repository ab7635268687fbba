"""The window. Nothing outside ui and app imports it."""
