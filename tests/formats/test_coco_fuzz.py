"""Damaged files of any kind end in a sentence and never touch the project."""

from __future__ import annotations

import copy
import json
import tempfile
from pathlib import Path
from typing import Any

from coco_samples import HEIGHT, WIDTH, coco_document, plain_images, reviewed_project, small_project
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sam_annotator.core.errors import FormatError
from sam_annotator.core.records import Dataset
from sam_annotator.formats.base import ExportOptions, ImportOptions
from sam_annotator.formats.registry import get_format
from sam_annotator.store.store import Store

COCO = get_format("coco")
PROJECT = plain_images(small_project())

NUMBERS = st.one_of(
    st.integers(-3, 50),
    st.sampled_from([0, 1, 2**31, 2**53, 2**63, 2**64, -(2**63), 10**400, WIDTH * HEIGHT]),
    st.floats(allow_nan=False, allow_infinity=False),
)
ODD = st.recursive(
    st.one_of(
        st.none(), st.booleans(), NUMBERS, st.text(max_size=8), st.sampled_from(["a.jpg", "cat", "PPYo0", "done"])
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=7),
        st.dictionaries(
            st.sampled_from(["size", "counts", "id", "sha256", "provenance", "steps", "x"]), inner, max_size=4
        ),
    ),
    max_leaves=12,
)


def exported_document(dataset: Dataset) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        COCO.write(dataset, Path(folder) / "x.json", ExportOptions(polygons=True))
        document: dict[str, Any] = json.loads((Path(folder) / "x.json").read_text())
        return document


DOCUMENTS = (exported_document(small_project()), exported_document(reviewed_project()), coco_document())


SAID = ("attributes", "review", "comment", "choices", "category_ids", "default", "minimum", "kind", "name", "state")


def places_of(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """All places in a JSON value that can be changed."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [p for key, inner in items for p in ((*path, key), *places_of(inner, (*path, key)))]


@st.composite
def mutated(draw: st.DrawFn) -> Any:
    document = copy.deepcopy(draw(st.sampled_from(DOCUMENTS)))
    for _ in range(draw(st.integers(1, 3))):
        places = places_of(document)
        if not places:
            break
        *path, key = draw(st.sampled_from(places))
        holder = document
        for step in path:
            holder = holder[step]
        kind = draw(st.sampled_from(["replace", "delete", "double"]))
        if kind == "replace":
            holder[key] = draw(ODD)
        elif kind == "delete":
            del holder[key]
        elif isinstance(holder, list):
            holder.append(copy.deepcopy(holder[key]))
        else:
            holder[draw(st.text(max_size=3))] = holder[key]
    return document


def read_or_refuse(text: bytes, skip_invalid: bool, *, may_refuse: bool = True) -> None:
    """Read a file; whatever is taken from it must fit a project."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.json"
        path.write_bytes(text)
        try:
            result = COCO.read(path, PROJECT, ImportOptions(skip_invalid=skip_invalid))
        except FormatError as e:
            assert str(e) and may_refuse
            return
        store = Store.create(Path(folder), Path(folder))
        with store, store._db.transaction() as connection:
            for image in PROJECT.images:
                values = (image.id, image.file_name, image.width, image.height, image.sha256)
                connection.execute(
                    "INSERT INTO images (id, file_name, width, height, sha256) VALUES (?, ?, ?, ?, ?)", values
                )
        with Store.open(Path(folder)) as store:
            store.import_dataset(result.dataset)
            assert store.check() == []
            assert len(store.dataset().annotations) == len(result.annotations)
            assert store.options().attributes == result.attributes


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated(), st.booleans())
def test_mutated_files_are_refused_or_fit(document: Any, skip_invalid: bool) -> None:
    """A damaged file would end in a traceback, crash the C library, or spoil the project."""
    try:
        text = json.dumps(document).encode()
    except ValueError:  # integers beyond what Python writes
        return
    read_or_refuse(text, skip_invalid)


@st.composite
def said_otherwise(draw: st.DrawFn) -> Any:
    """A document in which only what this program alone knows is changed."""
    document = copy.deepcopy(DOCUMENTS[1])
    for _ in range(draw(st.integers(1, 4))):
        said = [p for p in places_of(document) if "sam_annotator" in p[:-1] and not {"provenance", "score"} & {*p}]
        if not said:
            break
        *path, key = draw(st.sampled_from(said))
        holder = document
        for step in path:
            holder = holder[step]
        if draw(st.booleans()):
            holder[key] = draw(st.one_of(ODD, st.dictionaries(st.sampled_from(SAID), ODD), st.lists(ODD, max_size=3)))
        elif isinstance(holder, list):
            holder.append(copy.deepcopy(holder[key]))
        else:
            del holder[key]
    return document


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said_otherwise())
def test_what_only_this_program_knows_never_refuses_a_file(document: Any) -> None:
    """A review or a definition that another program spoilt would keep all masks of the file out of the project."""
    read_or_refuse(json.dumps(document).encode(), False, may_refuse=False)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_files_with_changed_bytes_are_refused_or_fit(data: st.DataObject) -> None:
    """A file damaged on a disk or on the way would end in a traceback."""
    text = bytearray(json.dumps(data.draw(st.sampled_from(DOCUMENTS))).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(text) - 1))
        if data.draw(st.booleans()):
            text[place] = data.draw(st.integers(0, 255))
        else:
            del text[place : place + data.draw(st.integers(1, 40))]
        if not text:
            break
    read_or_refuse(bytes(text), True)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text("0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmno\\", max_size=12), ODD))
def test_any_counts_are_refused_or_fit(counts: Any) -> None:
    """Wild run lengths would read memory that is not theirs."""
    document = coco_document()
    document["annotations"][0]["segmentation"] = {"size": [HEIGHT, WIDTH], "counts": counts}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.json"
        path.write_text(json.dumps(document))
        for annotation in COCO.read(path, PROJECT, ImportOptions(skip_invalid=True)).annotations:
            assert annotation.mask.to_array().sum() == annotation.mask.area > 0
