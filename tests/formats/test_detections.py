"""A detector's boxes: what is read, what is left out and why, and that no file brings the program down."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sam_annotator.core.errors import FormatError
from sam_annotator.core.geometry import Box
from sam_annotator.core.records import Category, Dataset, Image
from sam_annotator.formats.base import ImportOptions
from sam_annotator.formats.detections import Detection, Detections, guessed_format, read_detections

DATASET = Dataset(
    images=(
        Image(1, "a.jpg", 100, 50, "aa"),
        Image(2, "street/b.png", 40, 80, "bb"),
        Image(3, "street/c.png", 10, 10, "cc"),
        Image(4, "c.jpg", 10, 10, "dd"),
        Image(5, "broken.jpg"),
    ),
    categories=(Category(3, "car", "#ff0000"), Category(7, "person", "#00ff00")),
)
PLAIN = ImportOptions()


def read(path: Path, format_id: str = "", names: Path | None = None) -> Detections:
    return read_detections(path, format_id, DATASET, PLAIN, names)


def coco(folder: Path, document: Any) -> Path:
    path = folder / "found.json"
    path.write_text(json.dumps(document), "utf-8")
    return path


def yolo(folder: Path, files: dict[str, str]) -> Path:
    root = folder / "labels"
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


# COCO


def test_results_are_read(tmp_path: Path) -> None:
    """The usual output of a detector could not be taken in."""
    found = read(
        coco(
            tmp_path,
            [
                {"image_id": 1, "category_id": 3, "bbox": [10, 5.5, 20, 10], "score": 0.9},
                {"image_id": 1, "category_id": 7, "bbox": [90, 40, 30, 30], "score": 0.2},  # cut at the border
                {"image_id": "street/b.png", "category_id": 3, "bbox": [0, 0, 4, 4]},
                {"image_id": "a", "category_id": 99, "category_name": "dog", "bbox": [1, 1, 2, 2], "score": 1},
            ],
        )
    )
    assert found.by_image == {
        1: (
            Detection(Box(10, 5.5, 30, 15.5), "car", 0.9),
            Detection(Box(90, 40, 100, 50), "person", 0.2),
            Detection(Box(1, 1, 3, 3), "dog", 1.0),
        ),
        2: (Detection(Box(0, 0, 4, 4), "car", None),),
    }
    assert found.left_out == () and found.count == 4 and found.has_scores
    assert found.categories == {"car": 2, "dog": 1, "person": 1}
    sure = found.with_score(0.5)
    assert [d.category for d in sure.by_image[1]] == ["car", "dog"] and 2 in sure.by_image


def test_instances_are_matched_by_name(tmp_path: Path) -> None:
    """Ids of another file would put boxes on other images, and name them otherwise."""
    document = {
        "images": [
            {"id": 70, "file_name": "a.jpg", "width": 100, "height": 50},
            {"id": 71, "file_name": "b.png", "width": 40, "height": 80},
            {"id": 72, "file_name": "nowhere.jpg", "width": 9, "height": 9},
        ],
        "categories": [{"id": 1, "name": "person"}, {"id": 3, "name": "bicycle"}],
        "annotations": [
            {"id": 1, "image_id": 70, "category_id": 1, "bbox": [1, 2, 3, 4]},
            {"id": 2, "image_id": 71, "category_id": 3, "bbox": [5, 6, 7, 8]},
            {"id": 3, "image_id": 72, "category_id": 3, "bbox": [5, 6, 7, 8]},
        ],
    }
    found = read(coco(tmp_path, document))
    assert found.by_image == {
        1: (Detection(Box(1, 2, 4, 6), "person"),),
        2: (Detection(Box(5, 6, 12, 14), "bicycle"),),
    }
    assert found.left_out_count == 1 and any("nowhere.jpg" in text for text in found.left_out)


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ({"image_id": 12}, "not in this project: 12"),
        ({"image_id": True}, "not in this project: True"),
        ({"category_id": 4}, "not known here: 4"),
        ({"category_id": None}, "not known here: None"),
        ({"bbox": [1, 2, 3]}, "no box of four numbers"),
        ({"bbox": None}, "no box of four numbers"),
        ({"bbox": [1, 2, 0, 4]}, "no box of four numbers"),
        ({"bbox": [1, 2, -3, 4]}, "no box of four numbers"),
        ({"bbox": ["1", 2, 3, 4]}, "no box of four numbers"),
        ({"bbox": [True, 2, 3, 4]}, "no box of four numbers"),
        ({"bbox": [1e308, 2, 1e308, 4]}, "no box of four numbers"),
        ({"bbox": [200, 2, 3, 4]}, "lies outside its image: record 1"),
        ({"score": "high"}, "a score that is no number"),
        ({"image_id": 5}, "can't be read on this computer: broken.jpg"),
    ],
)
def test_what_does_not_fit_is_said(tmp_path: Path, record: dict[str, Any], why: str) -> None:
    """Boxes would be lost without a word, or land somewhere."""
    good = {"image_id": 1, "category_id": 3, "bbox": [10, 5, 20, 10], "score": 0.9}
    found = read(coco(tmp_path, [good | record, good]))
    assert found.count == 1 and found.left_out_count == 1
    (sentence,) = found.left_out
    assert why in sentence and sentence.startswith("1 ") and sentence.endswith(".")


def test_reasons_are_counted_not_listed(tmp_path: Path) -> None:
    """Ten thousand sentences of the same kind hide the one that matters."""
    boxes = [{"image_id": 100 + i, "category_id": 3, "bbox": [1, 1, 2, 2]} for i in range(50)]
    (sentence,) = read(coco(tmp_path, boxes)).left_out
    assert sentence == "50 boxes are on images that are not in this project: 100, 101, 102, …."


@pytest.mark.parametrize(
    "document",
    [{}, {"images": []}, 3, "text", None, [{"bbox": [1, 2, 3, 4]}], {"images": 1, "categories": [], "annotations": []}],
)
def test_other_json_is_refused(tmp_path: Path, document: Any) -> None:
    """Nothing would be found in a file of another kind, and nobody told why."""
    with pytest.raises(FormatError, match="choose another file"):
        read(coco(tmp_path, document))


def test_places_that_are_none(tmp_path: Path) -> None:
    """A slip in the path must not end in a traceback."""
    with pytest.raises(FormatError, match="check the path"):
        read(tmp_path / "nothing.json")
    with pytest.raises(FormatError, match="is a folder"):
        read(tmp_path, "coco")
    with pytest.raises(FormatError, match="no text files"):
        read(tmp_path)
    with pytest.raises(FormatError, match="choose coco or yolo"):
        read(coco(tmp_path, []), "voc")
    assert guessed_format(tmp_path) == "yolo" and guessed_format(tmp_path / "a.txt") == "yolo"
    assert guessed_format(tmp_path / "a.json") == "coco"


# YOLO


@pytest.mark.parametrize(
    ("file_name", "text"),
    [
        ("data.yaml", "path: ../x\nnames: [car, 'traffic light', \"a, b\"]  # three\nnc: 3\n"),
        ("data.yaml", "names:\n  - car\n  - traffic light   # of the street\n  - 'a, b'\nnc: 3\n"),
        ("data.yml", 'nc: 3\nnames:\n- car\n- "traffic light"\n- a, b\n'),
        ("data.yaml", "names:\n  0: car\n  1: traffic light\n  2: a, b\ntrain: x\n"),
        ("data.yaml", "names: {0: car, 1: traffic light, 2: 'a, b'}\n"),
        ("data.yaml", "names: [\n  car,\n  traffic light,\n  'a, b',\n]\n"),
        ("classes.txt", "car\ntraffic light\na, b\n"),
        ("obj.names", "car\r\ntraffic light\r\na, b"),
    ],
)
def test_names_of_classes(tmp_path: Path, file_name: str, text: str) -> None:
    """All objects would be of another category than the detector says."""
    root = yolo(tmp_path, {"a.txt": "0 .5 .5 .1 .2\n1 .5 .5 .1 .2\n2 .5 .5 .1 .2\n"})
    for place in (root, tmp_path):
        (place / file_name).write_text(text, "utf-8")
        assert [d.category for d in read(root).by_image[1]] == ["car", "traffic light", "a, b"]
        (place / file_name).unlink()
    given = tmp_path / f"given.{file_name.rpartition('.')[2]}"
    given.write_text(text, "utf-8")
    assert [d.category for d in read(root, names=given).by_image[1]] == ["car", "traffic light", "a, b"]


def test_boxes_are_shares_of_the_image(tmp_path: Path) -> None:
    """Masks would lie beside their objects."""
    root = yolo(
        tmp_path,
        {
            "a.txt": "0 0.5 0.5 0.2 0.4 0.75\n\n1 0.05 0.5 0.2 0.2\n",
            "street/b.txt": "0 0.25 0.25 0.1 0.1\n",
            "street/labels/c.txt": "1 0.5 0.5 1 1\n",
            "empty.txt": "",
        },
    )
    found = read(root)
    (first, second), (third,) = found.by_image[1], found.by_image[2]
    assert first == Detection(Box(40, 15, 60, 35), "car", 0.75)
    assert second.category == "person" and second.box_xyxy == pytest.approx((0, 20, 15, 30)) and second.score is None
    assert third.box_xyxy == pytest.approx((8, 16, 12, 24)) and found.by_image[3][0].box_xyxy == Box(0, 0, 10, 10)
    assert found.left_out == () and "0 = car, 1 = person" in found.notes[0]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("0 .5 .5 .2", "not a class and four or five numbers: a.txt line 1"),
        ("0 .5 .5 .2 .2 .9 4 1", "not a class and four or five numbers"),
        ("car .5 .5 .2 .2", "not a class and four or five numbers"),
        ("0 nan .5 .2 .2", "not a class and four or five numbers"),
        ("0 inf .5 .2 .2", "not a class and four or five numbers"),
        ("0 1_0 .5 .2 .2", "not a class and four or five numbers"),
        ("0 1e999 .5 .2 .2", "not a class and four or five numbers"),
        ("0 .1 .1 .2 .1 .2 .2", "is an outline, not a box"),
        ("9 .5 .5 .2 .2", "not known here: 9"),
        ("-1 .5 .5 .2 .2", "not known here: -1"),
        ("0.5 .5 .5 .2 .2", "not known here: 0.5"),
        ("0 50 25 20 10", "not in shares of the image"),
        ("0 .5 .5 0 .2", "not in shares of the image"),
        ("0 .5 .5 -.2 .2", "not in shares of the image"),
        ("0 .5 .5 .2 .2 17", "not between 0 and 1"),
    ],
)
def test_lines_that_are_none(tmp_path: Path, line: str, why: str) -> None:
    """A line of another program would become a box anywhere."""
    found = read(yolo(tmp_path, {"a.txt": f"{line}\n0 .5 .5 .2 .2\n"}))
    assert found.count == 1 and len(found.left_out) == 1 and why in found.left_out[0]


def test_files_that_fit_no_image_are_said(tmp_path: Path) -> None:
    """Of two images of a name one would get the boxes of the other."""
    root = yolo(
        tmp_path, {"x/c.txt": "0 .5 .5 .2 .2\n1 .5 .5 .2 .2\n", "z.txt": "0 .5 .5 .2 .2\n", "a.txt": "0 .5 .5 .2 .2\n"}
    )
    (root / "binary.txt").write_bytes(b"\xff\xfe\x00\x00")
    found = read(root)
    assert list(found.by_image) == [1] and found.left_out_count == 4
    assert any("3 boxes are on images that are not in this project: z.txt, x/c.txt" in text for text in found.left_out)
    assert any("1 file can't be read as text: binary.txt" in text for text in found.left_out)
    assert read(root / "a.txt").by_image == found.by_image


def test_a_wrong_list_of_names_is_refused(tmp_path: Path) -> None:
    """The project's categories would be taken in its place, in silence."""
    root = yolo(tmp_path, {"a.txt": "0 .5 .5 .2 .2\n"})
    for text in ("nc: 3\n", "names:\n", "names: [unclosed\n", ""):
        (tmp_path / "my.yaml").write_text(text)
        with pytest.raises(FormatError, match="names"):
            read(root, names=tmp_path / "my.yaml")
    with pytest.raises(FormatError, match="check the file"):
        read(root, names=tmp_path / "absent.txt")


# Anything at all

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
NUMBERS = st.integers(-5, 2**70) | st.floats(allow_nan=False, allow_infinity=False)
RECORD = st.fixed_dictionaries(
    {},
    optional={
        "image_id": st.sampled_from([1, 2, 5, "a.jpg", "9", None]) | JSON,
        "category_id": st.sampled_from([3, 7, 8]) | JSON,
        "bbox": st.lists(NUMBERS, min_size=3, max_size=5) | JSON,
        "score": NUMBERS | JSON,
        "category_name": JSON,
    },
)
FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def assert_sound(found: Detections) -> None:
    for image_id, boxes in found.by_image.items():
        image = DATASET.images[image_id - 1]
        for detection in boxes:
            x0, y0, x1, y1 = detection.box_xyxy
            assert 0 <= x0 < x1 <= image.width and 0 <= y0 < y1 <= image.height and detection.category
            assert detection.score is None or math.isfinite(detection.score)


@FUZZ
@given(st.lists(RECORD, max_size=6) | JSON)
def test_any_json_is_read_or_refused(tmp_path: Path, document: Any) -> None:
    """One odd value in a file of a million boxes would end in a traceback."""
    try:
        assert_sound(read(coco(tmp_path, document)))
    except FormatError as e:
        assert str(e).endswith(".")


LINE = st.lists(
    st.sampled_from(["0", "1", "2", ".5", "0.1", "1e3", "nan", "-1", "1e999", "x", "٣", "1_0", "0x1", "+.5"]),
    max_size=9,
).map(" ".join)


@FUZZ
@given(st.lists(LINE, max_size=5).map("\n".join) | st.text(max_size=40), st.text(max_size=60))
def test_any_text_is_read_or_refused(tmp_path: Path, text: str, names: str) -> None:
    """Likewise for text files, and for lists of names."""
    root = tmp_path / "labels"
    root.mkdir(exist_ok=True)
    (root / "a.txt").write_text(text, "utf-8", errors="replace")
    for name in ("data.yaml", "classes.txt"):
        for file in ("data.yaml", "classes.txt"):
            (root / file).unlink(missing_ok=True)
        (root / name).write_text("names:" + names if name == "data.yaml" else names, "utf-8", errors="replace")
        try:
            assert_sound(read(root))
        except FormatError as e:
            assert str(e).endswith(".")
