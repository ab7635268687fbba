"""Dataset to files and back, one file a format. Imports core; no Qt, no torch."""
