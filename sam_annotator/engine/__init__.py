"""Image and prompt to masks. Imports core; torch late and only in the adapters; no Qt."""
