"""Qt item models of images, categories and annotations. They show records; they never touch the store."""
