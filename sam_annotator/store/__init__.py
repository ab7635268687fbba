"""Where a project is kept: one sqlite file. Imports core; no Qt, no torch."""
