"""Proposals that wait to be accepted: kept in a folder between sessions, and told apart."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Provenance
from sam_annotator.engine.automatic import SOURCE, propose
from sam_annotator.engine.automatic_options import AutomaticOptions
from sam_annotator.engine.fake import FakeEngine
from sam_annotator.engine.offers import KeptOffers, Offer, OfferFolder, covered_table, how_searched, offers_of, together

OPTIONS = AutomaticOptions(4, pred_iou_thresh=0.0, stability_score_thresh=0.0)


def block(
    x: int, y: int, w: int, h: int, source: str = SOURCE, category: str = "", score: float | None = None
) -> Offer:
    plane = np.zeros((60, 80), np.bool_)
    plane[y : y + h, x : x + w] = True
    return Offer(Mask.from_array(plane), 0.9, 0.8, Provenance(source=source), category, score)


@pytest.fixture
def found() -> tuple[Offer, ...]:
    image = np.full((60, 80, 3), 40, np.uint8)
    image[10:30, 10:30], image[35:55, 40:70] = (200, 40, 40), (40, 200, 40)
    engine = FakeEngine()
    return offers_of(propose(engine, image, OPTIONS), engine.info, OPTIONS)


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path, found: tuple[Offer, ...]) -> None:
    """A restart would change masks, or lose what made them."""
    folder, key = OfferFolder(tmp_path / "kept"), OfferFolder.key_of(tmp_path, "abc")
    assert folder.read(key) is None and folder.searched(key) == {}
    searched = how_searched(FakeEngine().info, OPTIONS)
    offers = (*found, block(1, 1, 5, 5, "boxes", "cell", 0.25))
    folder.add(key, offers, searched)
    kept = OfferFolder(tmp_path / "kept").read(key)
    assert kept == KeptOffers(offers, searched) and folder.searched(key) == searched and len(found) > 1
    folder.remove(key, [found[0].mask])
    kept = folder.read(key)
    assert kept is not None and kept.offers == offers[1:] and kept.is_searched
    assert OfferFolder.key_of(tmp_path, "abc") != OfferFolder.key_of(tmp_path / "other", "abc")


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"version": 1, "count": 2, "searched": {}}\n', "\udcff"])
def test_a_damaged_file_counts_as_absent(tmp_path: Path, damage: str, found: tuple[Offer, ...]) -> None:
    """A crash of the computer would make an image unusable."""
    folder = OfferFolder(tmp_path)
    folder.add("k", found, {})
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage.encode("utf-8", "surrogateescape"))
    assert folder.searched("k") == {} and folder.read("k") is None
    assert folder.add("k", found).offers == found


def test_a_line_that_is_no_offer_is_found_out(tmp_path: Path, found: tuple[Offer, ...]) -> None:
    """Half of a mask would be shown, and accepted."""
    folder = OfferFolder(tmp_path)
    folder.add("k", found, {})
    (file,) = tmp_path.iterdir()
    lines = file.read_text("utf-8").splitlines()
    for wrong in ("null", "{}", lines[1].replace('"predicted_iou": ', '"predicted_iou": 1e999, "x": ', 1)):
        file.write_text("\n".join([lines[0], wrong, *lines[2:]]), "utf-8")
        assert folder.read("k") is None


def test_the_folder_stays_within_its_budget(tmp_path: Path, found: tuple[Offer, ...]) -> None:
    """Searching a hundred thousand images would fill the disk."""
    folder = OfferFolder(tmp_path)
    folder.add("a", found, {})
    size = next(iter(tmp_path.iterdir())).stat().st_size
    small = OfferFolder(tmp_path, budget_bytes=round(2.5 * size))
    for key in "bcd":
        small.add(key, found, {})
    assert len(list(tmp_path.iterdir())) <= 2 and small.read("d") is not None and small.read("a") is None


def test_of_two_for_one_object_the_new_one_stays() -> None:
    """Each search would lay its outlines over those of the last."""
    old, same, other = block(10, 10, 20, 20), block(10, 10, 20, 21), block(12, 10, 40, 20)
    assert together((old,), (same,)) == (same,) and together((old,), (other,)) == (old, other)
    assert together((), (old,)) == (old,) and together((old,), ()) == (old,)
    box = block(50, 40, 10, 10, "boxes")
    assert together((old, box), (other,), SOURCE) == (box, other)  # the image was searched anew
    assert together((old, box), (), SOURCE) == (box,)


def test_covered_is_exact() -> None:
    """What is annotated wholly would be offered again, or what is not be hidden, for a rounding."""
    part, whole, apart = block(10, 10, 7, 9).mask, block(5, 5, 31, 37).mask, block(60, 40, 5, 5).mask
    other_size = Mask.from_array(np.ones((5, 5), np.bool_))
    assert covered_table([part, whole], [whole, part, apart, other_size]).tolist() == [
        [1.0, 1.0, 0.0, 0.0],
        [1.0, 63 / (31 * 37), 0.0, 0.0],
    ]
    assert covered_table([], [part]).shape == (0, 1) and covered_table([part], []).shape == (1, 0)
