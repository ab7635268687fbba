"""How quick the program is, in ratios: against plain SamPredictor and against an empty window."""
