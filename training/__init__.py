"""Makes the built-in model: data, training, evaluation and export. The program never imports this."""
