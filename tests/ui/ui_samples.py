"""Names as cameras and people give them, that lists and panels must bear."""

from __future__ import annotations

LONG_NAME = "a-very-long-name-that-no-one-would-type-but-a-camera-did-2024-05-17T12-33-21"
CHINESE_NAME = "北京市朝阳区的一张很长的照片文件名字"
