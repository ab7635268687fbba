"""Qt item models over the project's records."""
