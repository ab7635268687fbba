"""The view: where the image lies on the screen. Pure; no Qt.

Three kinds of coordinates: image pixels; widget pixels, as Qt counts them; and device pixels, of which a widget pixel
has `dpr` on a side. What is painted begins on a whole device pixel, so that 100 % is crisp and panning is a copy; the
mapping is not rounded, so that zooming in many steps does not drift. They differ by half a device pixel at most.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

FIT_MARGIN = 16.0  # widget pixels around a fitted image
MAX_ZOOM = 64.0  # device pixels per image pixel
PAN_MARGIN = 48.0  # widget pixels of the image that stay in sight


@dataclass(frozen=True, slots=True)
class ViewTransform:
    """Maps image pixels to widget pixels.

    Attributes:
        image_size: width and height of the image.
        viewport: width and height of the widget.
        dpr: device pixels per widget pixel.
        scale: widget pixels per image pixel.
        offset_x: of the image's upper left corner in the widget, not rounded.
        offset_y: likewise.
        is_fit: whether the image follows the widget's size.
    """

    image_size: tuple[int, int] = (1, 1)
    viewport: tuple[float, float] = (1.0, 1.0)
    dpr: float = 1.0
    scale: float = 1.0
    offset_x: float = 0.0
    offset_y: float = 0.0
    is_fit: bool = True

    @property
    def zoom(self) -> float:
        """Device pixels per image pixel: 1.0 is 100 %."""
        return self.scale * self.dpr

    @property
    def origin_device(self) -> tuple[int, int]:
        """The image's upper left corner in device pixels, where it is painted."""
        return (round(self.offset_x * self.dpr), round(self.offset_y * self.dpr))

    @property
    def as_painted(self) -> ViewTransform:
        """The view whose corner is where the image is painted."""
        x, y = self.origin_device
        return replace(self, offset_x=x / self.dpr, offset_y=y / self.dpr)

    @property
    def fit_scale(self) -> float:
        """The scale at which the whole image is seen."""
        width, height = self.image_size
        room_x = max(self.viewport[0] - 2 * FIT_MARGIN, 1.0)
        room_y = max(self.viewport[1] - 2 * FIT_MARGIN, 1.0)
        return min(room_x / width, room_y / height, MAX_ZOOM / self.dpr)

    @property
    def scale_limits(self) -> tuple[float, float]:
        """The smallest and the largest scale."""
        return (min(self.fit_scale / 4, 1 / self.dpr), MAX_ZOOM / self.dpr)

    def to_widget(self, x: float, y: float) -> tuple[float, float]:
        """Map image pixels to widget pixels."""
        return (self.offset_x + x * self.scale, self.offset_y + y * self.scale)

    def to_image(self, x: float, y: float) -> tuple[float, float]:
        """Map widget pixels to image pixels."""
        return ((x - self.offset_x) / self.scale, (y - self.offset_y) / self.scale)

    def fitted(self) -> ViewTransform:
        """Return the view that shows the whole image in the middle."""
        return replace(self._centred(self.fit_scale), is_fit=True).as_painted

    def at_actual_size(self, at: tuple[float, float] | None = None) -> ViewTransform:
        """Return the view at 100 %, one image pixel on one device pixel; see `zoomed` for `at`."""
        return self._scaled(1 / self.dpr, at)

    def zoomed(self, factor: float, at: tuple[float, float] | None = None) -> ViewTransform:
        """Return the view scaled by a factor; the image under `at` (widget pixels, default the middle) stays there."""
        return self._scaled(self.scale * factor, at)

    def _scaled(self, wanted: float, at: tuple[float, float] | None) -> ViewTransform:
        low, high = self.scale_limits
        scale = min(max(wanted, low), high)
        ax, ay = at if at is not None else (self.viewport[0] / 2, self.viewport[1] / 2)
        ratio = scale / self.scale
        view = replace(
            self,
            scale=scale,
            offset_x=ax - (ax - self.offset_x) * ratio,
            offset_y=ay - (ay - self.offset_y) * ratio,
            is_fit=False,
        )
        x, y = self.to_image(ax, ay)
        on_image = 0 <= x <= self.image_size[0] and 0 <= y <= self.image_size[1]
        return view if on_image else view._kept_in_sight()  # on the image, what is under the pointer is in sight

    def panned(self, dx: float, dy: float) -> ViewTransform:
        """Return the view moved by widget pixels; some of the image stays in sight."""
        view = replace(self, offset_x=self.offset_x + dx, offset_y=self.offset_y + dy, is_fit=False)
        return view._kept_in_sight()

    def resized(self, viewport: tuple[float, float], dpr: float) -> ViewTransform:
        """Return the view in a widget of another size: a fitted image stays fitted, else the middle stays."""
        dx, dy = (viewport[0] - self.viewport[0]) / 2, (viewport[1] - self.viewport[1]) / 2
        view = replace(self, viewport=viewport, dpr=dpr)
        return view.fitted() if self.is_fit else view.panned(dx, dy)

    def with_image(self, image_size: tuple[int, int], *, keep_view: bool) -> ViewTransform:
        """Return the view on another image: fitted, or as it was."""
        view = replace(self, image_size=image_size)
        if keep_view and not self.is_fit:
            return view._kept_in_sight()
        return view.fitted()

    def _centred(self, scale: float) -> ViewTransform:
        width, height = self.image_size
        x = (self.viewport[0] - width * scale) / 2
        y = (self.viewport[1] - height * scale) / 2
        return replace(self, scale=scale, offset_x=x, offset_y=y)

    def _kept_in_sight(self) -> ViewTransform:
        x = _kept(self.offset_x, self.image_size[0] * self.scale, self.viewport[0])
        y = _kept(self.offset_y, self.image_size[1] * self.scale, self.viewport[1])
        return replace(self, offset_x=x, offset_y=y)


def _kept(offset: float, length: float, room: float) -> float:
    """Return the offset nearest to the one given at which a part of the image is in sight."""
    margin = min(PAN_MARGIN, max(length, 1.0), room / 2)
    return min(max(offset, margin - length), room - margin)
