from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sam_annotator.core.records import Annotation, Category, Image, ImageState
from sam_annotator.ui.models.annotation_list import AnnotationListModel
from sam_annotator.ui.models.category_list import COUNT_ROLE as CATEGORY_COUNT_ROLE
from sam_annotator.ui.models.category_list import DIGIT_ROLE, CategoryListModel
from sam_annotator.ui.models.figures import area_text, bytes_text, count_text, score_text
from sam_annotator.ui.models.image_list import COUNT_ROLE, THUMBNAIL_ROLE, ImageListModel
from sam_annotator.ui.models.thumbnails import ThumbnailCache

MakeImages = Callable[[int], tuple[Image, ...]]


def test_image_model_keeps_qts_rules(qtmodeltester: ModelTester, make_images: MakeImages) -> None:
    """A model that breaks Qt's rules crashes the window while scrolling."""
    model = ImageListModel()
    qtmodeltester.check(model)
    model.set_images(make_images(50), {3: 4})
    model.update_image(replace(make_images(50)[4], state=ImageState.DONE))
    model.set_count(9, 2)
    model.set_images(make_images(3), {})
    model.set_images((), {})


def test_other_models_keep_qts_rules(
    qtmodeltester: ModelTester,
    make_categories: Callable[..., tuple[Category, ...]],
    make_annotation: Callable[..., Annotation],
) -> None:
    """As above, for categories and annotations, through every kind of change."""
    categories, annotations = CategoryListModel(), AnnotationListModel()
    qtmodeltester.check(categories)
    qtmodeltester.check(annotations)
    known = make_categories("person", "car")
    categories.set_categories(known, {1: 3})
    categories.set_categories((replace(known[0], name="people"), known[1]), {1: 4})
    categories.set_categories(known[1:], {})
    for ids in ([1], [1, 2, 3], [2, 3], [], [7, 8], [7, 8]):
        annotations.set_annotations([make_annotation(i) for i in ids], known)
        annotations.set_categories(known)


def test_hundred_thousand_images_are_quick(
    make_images: MakeImages, count_steps: Callable[[Callable[[], object]], int]
) -> None:
    """With much work in Python for each row, opening a large project would freeze the window, or each accept would."""
    setting, changing = [], []
    for count in (1_000, 100_000):
        images, model = make_images(count), ImageListModel()
        counts = {image.id: 1 for image in images}
        model.set_images(images[:1], counts)
        setting.append(count_steps(lambda: model.set_images(images, counts)))  # noqa: B023
        done = replace(images[-1], state=ImageState.DONE)
        changing.append(count_steps(lambda: (model.set_count(count, 5), model.update_image(done))))  # noqa: B023
        assert model.row_of(count) == count - 1 and model.image_at(count - 1) == done
    assert setting[1] <= 3 * 100_000 + 200
    assert changing[1] <= changing[0] + 10


def test_counts_that_come_later(make_images: MakeImages, make_categories: Callable[..., tuple[Category, ...]]) -> None:
    """Counts come in pieces after the images: none may be lost, none stay that is no more, none be told unknown."""
    model, categories = ImageListModel(), CategoryListModel()

    def counts() -> list[int]:
        return [model.data(model.index(row), COUNT_ROLE) for row in range(model.rowCount())]

    model.set_images(make_images(4))
    assert counts() == [0, 0, 0, 0]
    model.set_counts(range(1, 3), {1: 5, 2: 6})
    model.set_counts(range(3, 5), {4: 7})
    assert counts() == [5, 6, 0, 7]
    model.set_counts(range(1, 3), {2: 1})
    model.set_images(make_images(5))
    assert counts() == [0, 1, 0, 7, 0]
    model.set_images((), None)
    model.set_images(make_images(5))
    assert counts() == [0] * 5

    categories.set_categories(make_categories("person"), None)
    index = categories.index(0)
    assert categories.data(index, CATEGORY_COUNT_ROLE) is None
    assert categories.data(index, Qt.ItemDataRole.AccessibleTextRole) == "person, key 1"
    categories.set_categories(make_categories("person"), {1: 2})
    assert categories.data(index, CATEGORY_COUNT_ROLE) == 2


def test_only_visible_thumbnails_are_asked_for(qtbot: QtBot, make_images: MakeImages) -> None:
    """Asking for all of them would read the whole disk when a project is opened."""
    model = ImageListModel()
    images = list(make_images(1000))
    images[2] = replace(images[2], missing=True)
    model.set_images(images, {})
    asked: list[int] = []
    given_up: list[bool] = []
    model.thumbnail_wanted.connect(asked.append)
    model.thumbnails_unwanted.connect(lambda: given_up.append(True))
    model.request_thumbnails(0, 4)
    assert asked == [1, 2, 4, 5]
    model.request_thumbnails(0, 4)
    assert asked == [1, 2, 4, 5]
    model.set_thumbnail(1, np.zeros((4, 4, 3), np.uint8))
    model.set_thumbnail(2, None)
    model.request_thumbnails(3, 5)
    assert asked == [1, 2, 4, 5, 6] and not given_up
    model.request_thumbnails(500, 501)
    assert asked[-2:] == [501, 502] and given_up
    model.request_thumbnails(0, 4)
    assert asked[-2:] == [4, 5]
    assert model.data(model.index(1), THUMBNAIL_ROLE) is None


def test_thumbnails_show_their_own_pixels(make_images: MakeImages) -> None:
    """Swapped colours or a borrowed buffer would show a wrong or a torn picture."""
    model = ImageListModel()
    model.set_images(make_images(2), {})
    pixels = np.zeros((2, 3, 3), np.uint8)
    pixels[0, 0] = (10, 20, 30)
    model.set_thumbnail(2, pixels[:, ::-1])
    pixels[:] = 255
    picture = model.data(model.index(1), THUMBNAIL_ROLE)
    assert isinstance(picture, QImage)
    assert picture.pixelColor(2, 0).getRgb()[:3] == (10, 20, 30)
    model.set_thumbnail(77, pixels)


def test_thumbnails_of_another_project_are_dropped(make_images: MakeImages) -> None:
    """Image 1 of the next project must not show a picture of the last one."""
    model = ImageListModel()
    model.set_images(make_images(3), {})
    model.set_thumbnail(1, np.zeros((4, 4, 3), np.uint8))
    model.set_images(make_images(4), {})
    assert model.data(model.index(0), THUMBNAIL_ROLE) is not None
    model.set_images([Image(1, "sub/IMG_000001.jpg", 1, 1, "other")], {})
    assert model.data(model.index(0), THUMBNAIL_ROLE) is None


def test_thumbnails_keep_to_their_budget() -> None:
    """Without a budget in bytes a long day ends out of memory."""
    picture = np.zeros((10, 10, 3), np.uint8)
    cache = ThumbnailCache(max_bytes=4 * 10 * 10 * 3)
    for i in range(3):
        cache.put(i, picture)
    assert cache.get(0) is not None
    cache.put(3, picture)
    assert len(cache) == 3 and cache.nbytes == 1200
    assert 1 not in cache and 0 in cache
    cache.put(0, None)
    assert cache.get(0) is None and cache.nbytes == 800
    cache.clear()
    assert cache.nbytes == 0


def test_images_are_told_in_words(make_images: MakeImages) -> None:
    """A screen reader says only what is written here; a missing file must be said, not only drawn."""
    model = ImageListModel()
    image = replace(make_images(1)[0], state=ImageState.FLAGGED, missing=True)
    model.set_images([image], {1: 3})
    words = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "IMG_000001.jpg, The file is missing, 640 × 480 px, Flagged, 3 annotations"
    assert "sub/IMG_000001.jpg" in model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert model.data(model.index(0), COUNT_ROLE) == 3


def test_category_digits_and_counts(make_categories: Callable[..., tuple[Category, ...]]) -> None:
    """The digit shown must be the key that chooses the category; beyond ten there is none."""
    model = CategoryListModel()
    model.set_categories(make_categories(*(f"c{i}" for i in range(12))), {1: 2})
    digits = [model.data(model.index(row), DIGIT_ROLE) for row in range(12)]
    assert digits == [*"1234567890", "", ""]
    assert model.data(model.index(0), CATEGORY_COUNT_ROLE) == 2
    model.set_counts({1: 5})
    assert model.data(model.index(0), CATEGORY_COUNT_ROLE) == 5
    assert "key 1" in model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize(("typed", "wish"), [("  two   words ", "two words"), ("", None), ("person", None)])
def test_renaming_in_place_is_a_wish(
    typed: str, wish: str | None, qtbot: QtBot, make_categories: Callable[..., tuple[Category, ...]]
) -> None:
    """The list must not show a name that the project does not have."""
    model = CategoryListModel()
    model.set_categories(make_categories("person"), {})
    wishes: list[tuple[int, str]] = []
    model.rename_wanted.connect(lambda category_id, name: wishes.append((category_id, name)))
    assert model.setData(model.index(0), typed) == (wish is not None)
    assert wishes == ([(1, wish)] if wish else [])
    assert model.data(model.index(0)) == "person"
    model.set_read_only(True)
    assert not model.setData(model.index(0), "other")
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEditable


def test_figures() -> None:
    """Numbers without grouping, or a size in the wrong unit, are misread."""
    assert area_text(1234567) == "1\u2009234\u2009567\u2009px²"
    assert (score_text(0.926), score_text(None)) == ("0.93", "–")
    assert [bytes_text(n) for n in (999, 12_345, 375_042_383, 2_564_550_879, 12_000_000_000)] == [
        "999\u2009bytes", "12\u2009kB", "375\u2009MB", "2.6\u2009GB", "12\u2009GB",
    ]  # fmt: skip
    texts = [count_text(n, "{n} category", "{n} categories") for n in (0, 1, 2000)]
    assert texts == ["0 categories", "1 category", "2\u2009000 categories"]
