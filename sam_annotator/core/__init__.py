"""What things are: images, prompts, masks, annotations. Numpy only; no Qt, no torch.

The words used all over the program, as SAM and COCO use them:

image            a file of the project; ids are given once, from 1, and never reused
category         what an annotation is an example of (COCO `categories`)
annotation       one accepted object: a mask in one image, with its category and provenance
mask             the pixels of an object, bit for bit; a polygon is only a view of it
prompt           point_coords + point_labels (1 positive, 0 negative) + box_xyxy, in image pixels
prediction       what an engine answers: up to three candidate masks, predicted_iou, low_res_logits
candidate        one of the masks of a prediction; one of them is chosen
draft            a prediction on screen that has not been accepted yet
engine           a network that turns image + prompt into masks ("model" is a Qt item model here)
embedding        what an engine's image encoder makes of an image, once
mask_input       low_res_logits of an earlier prediction, given back to the engine with the next prompt
session          the prompting of one object, from its first click until it is accepted or cleared
provenance       how an annotation was made: prompts, engine, checkpoint hash, candidate, threshold

Pixel coordinates: x to the right, y down, (0, 0) is the upper left corner of the upper left pixel, whose
centre is (0.5, 0.5). A box is x0, y0, x1, y1 with x1 and y1 exclusive. Sizes are (height, width) where named
`size_hw`.
"""
