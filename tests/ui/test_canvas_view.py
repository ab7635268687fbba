"""The view transform: pure numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sam_annotator.ui.canvas.view import MAX_ZOOM, ViewTransform

SIZES = st.tuples(st.integers(1, 12000), st.integers(1, 12000))
VIEWPORTS = st.tuples(st.integers(160, 3000), st.integers(120, 2000))
DPRS = st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0])


def fitted(size: tuple[int, int], viewport: tuple[float, float], dpr: float = 1.0) -> ViewTransform:
    return ViewTransform(image_size=size, viewport=viewport, dpr=dpr).fitted()


@given(SIZES, VIEWPORTS, DPRS)
def test_fit_shows_the_whole_image_in_the_middle(size, viewport, dpr) -> None:
    """Else parts of a panorama or a portrait would be cut off."""
    view = fitted(size, viewport, dpr)
    left, top = view.to_widget(0, 0)
    right, bottom = view.to_widget(*size)
    assert left >= 0 and top >= 0 and right <= viewport[0] and bottom <= viewport[1]
    assert abs(left - (viewport[0] - right)) <= 2 and abs(top - (viewport[1] - bottom)) <= 2


@given(SIZES, VIEWPORTS, DPRS, st.floats(0, 1), st.floats(0, 1), st.lists(st.floats(0.3, 3), min_size=1, max_size=30))
def test_what_is_under_the_pointer_stays_there(size, viewport, dpr, fx, fy, factors) -> None:
    """Else zooming would lose the object one looks at: drift at most 1 px, over many steps too."""
    view = fitted(size, viewport, dpr)
    at = view.to_widget(size[0] * fx, size[1] * fy)
    target = view.to_image(*at)
    for factor in factors:
        view = view.zoomed(factor, at)
        x, y = view.to_widget(*target)
        assert abs(x - at[0]) <= 1e-3 and abs(y - at[1]) <= 1e-3
        painted = view.as_painted.to_widget(*target)
        assert painted == pytest.approx(at, abs=0.501)


@given(SIZES, VIEWPORTS, DPRS, st.floats(-5000, 5000), st.floats(-5000, 5000), st.floats(0.1, 10))
def test_some_of_the_image_stays_in_sight(size, viewport, dpr, dx, dy, factor) -> None:
    """Else an image could be lost beside the window."""
    view = fitted(size, viewport, dpr).zoomed(factor).panned(dx, dy)
    left, top = view.to_widget(0, 0)
    right, bottom = view.to_widget(*size)
    assert left < viewport[0] and top < viewport[1] and right > -1 and bottom > -1
    low, high = view.scale_limits
    assert low <= view.scale <= high and view.zoom <= MAX_ZOOM * 1.0001


@given(SIZES, VIEWPORTS, DPRS, st.floats(0, 3000), st.floats(0, 2000))
def test_mapping_there_and_back(size, viewport, dpr, x, y) -> None:
    """Else a click would land beside the pointer."""
    view = fitted(size, viewport, dpr).zoomed(1.7, (x, y))
    back = view.to_widget(*view.to_image(x, y))
    assert back == pytest.approx((x, y), abs=1e-6)


def test_actual_size_is_one_device_pixel_per_image_pixel() -> None:
    """Else 100 % would be blurred on a 2x screen."""
    view = fitted((4000, 3000), (800, 600), 2.0).at_actual_size()
    assert view.zoom == pytest.approx(1.0) and view.scale == pytest.approx(0.5)
    painted = view.as_painted
    assert float(painted.offset_x * 2).is_integer() and abs(painted.offset_x - view.offset_x) <= 0.25


def test_resizing_keeps_a_fitted_image_fitted_and_the_middle_otherwise() -> None:
    """Else folding a panel would move the image away."""
    view = fitted((400, 300), (800, 600))
    assert view.resized((1000, 500), 1.0) == fitted((400, 300), (1000, 500))
    zoomed = view.zoomed(3, (100, 100))
    middle = zoomed.to_image(400, 300)
    wider = zoomed.resized((1000, 700), 1.0)
    assert wider.to_widget(*middle) == pytest.approx((500, 350), abs=1)


def test_another_image_is_fitted_unless_the_view_is_kept() -> None:
    """Else comparing two frames of a series at the same place would not be possible."""
    view = fitted((400, 300), (800, 600)).zoomed(4, (10, 10))
    assert view.with_image((400, 300), keep_view=True) == view
    assert view.with_image((300, 400), keep_view=False).is_fit
