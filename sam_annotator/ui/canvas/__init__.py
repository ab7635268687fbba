"""The picture: image, masks, prompts, and the pointer on them."""
