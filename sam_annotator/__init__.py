"""Label images with Meta's Segment Anything: click an object, get its mask, export COCO."""

__version__ = "0.1.0"
