"""Finding images, and telling those that are new, gone, back or moved."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sam_annotator.core.errors import ImageUnreadableError
from sam_annotator.core.image_io import ImageProbe, probe_image, write_png
from sam_annotator.core.records import Image
from sam_annotator.store.scan import SyncPlan, find_images, natural_sorted, plan_sync, probe_images
from sam_annotator.store.store import Store


def touch(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()


def test_images_are_found_recursively_in_natural_order(tmp_path: Path) -> None:
    """Photographs would be missing, or come as 1, 10, 2."""
    touch(
        tmp_path,
        *("img10.jpg", "img2.JPG", "img1.png", "b/2/x.tiff", "b/10/x.webp", "画像/é.bmp"),
        *("notes.txt", ".hidden.png", ".thumbs/a.png", "b/.git/x.png", "sam-annotator.sqlite"),
    )
    (tmp_path / "folder.jpg").mkdir()
    found = find_images(tmp_path)
    assert found == ["b/2/x.tiff", "b/10/x.webp", "img1.png", "img2.JPG", "img10.jpg", "画像/é.bmp"]


@pytest.mark.skipif(os.name == "nt", reason="needs rights for links")
def test_links_are_followed_once(tmp_path: Path) -> None:
    """A link to its own folder would hang the program, or list images again and again."""
    touch(tmp_path, "root/a/1.png", "root/b/2.png", "outside/3.png")
    root = tmp_path / "root"
    (root / "a" / "loop").symlink_to(root)
    (root / "a" / "other").symlink_to(root / "b")
    (root / "linked").symlink_to(tmp_path / "outside")
    (root / "again").symlink_to(tmp_path / "outside")
    (root / "broken.png").symlink_to(tmp_path / "nowhere.png")
    (root / "file.png").symlink_to(tmp_path / "outside" / "3.png")
    assert find_images(root) == ["a/1.png", "again/3.png", "b/2.png", "file.png"]


def test_unreadable_folders_and_a_missing_root_are_passed_over(tmp_path: Path) -> None:
    """One folder without rights would stop the whole scan."""
    touch(tmp_path, "a/1.png", "b.png")
    assert find_images(tmp_path / "nope") == []
    assert find_images(tmp_path / "b.png") == []
    assert find_images(tmp_path, cancelled=lambda: True) == []


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "fsencode"), reason="names are bytes on POSIX only")
def test_names_that_are_no_unicode_are_left_out(tmp_path: Path) -> None:
    """One odd name would end the scan with an error."""
    touch(tmp_path, "a.png")
    try:
        (tmp_path / os.fsdecode(b"\xff\xfe.png")).touch()
    except OSError:
        pytest.skip("the file system takes no such names")
    assert find_images(tmp_path) == ["a.png"]


def test_natural_order_is_quick_and_complete(count_steps: Callable[[Callable[[], object]], int]) -> None:
    """A folder of 100,000 images would freeze the window: what one name costs must be little, and not grow."""
    names = [f"f{i % 100}/img{i}.jpg" for i in range(100_000)]
    ordered = natural_sorted(names)
    for listed in (names, ordered):
        few, many = (count_steps(lambda n=n, listed=listed: natural_sorted(listed[:n])) for n in (1_000, 10_000))
        assert many <= 12 * few and many <= 40 * 10_000
    assert ordered[:3] == ["f0/img0.jpg", "f0/img100.jpg", "f0/img200.jpg"]
    assert natural_sorted(["A.png", "a.png", "a1.png", "1.png", "٣.png", "², 1.png", ""]) == [
        *("", "1.png", "٣.png", "A.png", "a.png", "a1.png", "², 1.png")
    ]


class Folder:
    """File names with contents, and a count of how often one was read."""

    def __init__(self, **contents: str) -> None:
        self.contents = {name.replace("__", "/") + ".png": text for name, text in contents.items()}
        self.reads = 0

    def probe(self, name: str) -> ImageProbe:
        self.reads += 1
        if self.contents[name] == "damaged":
            raise ImageUnreadableError("damaged")
        return ImageProbe(4, 3, hashlib.sha256(self.contents[name].encode()).hexdigest())

    def plan(self, images: list[Image]) -> SyncPlan:
        return plan_sync(images, natural_sorted(self.contents), self.probe)


def image(id_: int, name: str, content: str = "") -> Image:
    sha256 = hashlib.sha256(content.encode()).hexdigest() if content else ""
    return Image(id_, name + ".png", 4, 3, sha256)


def test_nothing_changed_reads_nothing() -> None:
    """Opening a project would read every photograph again."""
    folder = Folder(a="1", b="2")
    plan = folder.plan([image(1, "a", "1"), image(2, "b", "2")])
    assert plan.is_empty and plan == SyncPlan()
    assert folder.reads == 0
    assert folder.plan([image(1, "a", "1")]).added == ("b.png",)
    assert folder.reads == 0


def test_gone_and_back() -> None:
    """A photograph on a disk that is not plugged in would lose its objects."""
    gone = Folder().plan([image(1, "a", "1"), replace(image(2, "b", "2"), missing=True)])
    assert gone == SyncPlan(missing_ids=(1,))
    back = Folder(a="1").plan([replace(image(1, "a", "1"), missing=True)])
    assert back == SyncPlan(found_ids=(1,))


def test_a_moved_file_is_told_by_its_content() -> None:
    """Sorting photographs into folders would lose all objects on them."""
    folder = Folder(sub__a="1", new="3", broken="damaged")
    plan = folder.plan([image(1, "a", "1"), image(2, "b", "2")])
    assert plan.moved == ((1, "sub/a.png"),)
    assert plan.missing_ids == (2,)
    assert plan.added == ("broken.png", "new.png")
    assert [name for name, _ in plan.probes] == ["new.png"]


def test_a_copy_is_a_new_image() -> None:
    """A copy would take the objects away from the original."""
    plan = Folder(a="1", copy="1").plan([image(1, "a", "1"), image(2, "gone", "9")])
    assert plan.moved == ()
    assert plan.added == ("copy.png",)


def test_of_files_that_are_alike_the_same_name_comes_first() -> None:
    """Two equal files that were moved would swap their objects."""
    plan = Folder(sub__x="1", sub__b="1", sub__a="1").plan([image(1, "a", "1"), image(2, "b", "1"), image(3, "c", "1")])
    assert dict(plan.moved) == {1: "sub/a.png", 2: "sub/b.png", 3: "sub/x.png"}
    one = Folder(z="1").plan([image(1, "a", "1"), image(2, "b", "1")])
    assert one.moved == ((1, "z.png"),)
    assert one.missing_ids == (2,)


def test_a_real_move_keeps_the_image_id(tmp_path: Path) -> None:
    """The whole way: files moved on disk, found by the program."""
    for number in range(3):
        write_png(tmp_path / f"{number}.png", np.full((5, 6 + number), number, np.uint8))
    with Store.create(tmp_path, tmp_path) as store:
        store.add_images(find_images(tmp_path))
        report = probe_images(store.images(), store.path_of)
        store.set_probes(report.probes)
        (tmp_path / "sub").mkdir()
        (tmp_path / "1.png").rename(tmp_path / "sub" / "renamed.png")
        (tmp_path / "2.png").unlink()
        plan = plan_sync(store.images(), find_images(tmp_path), lambda name: probe_image(tmp_path / name))
        store.apply_sync(plan)
        images = {i.id: i for i in store.images()}
    assert images[2].file_name == "sub/renamed.png" and images[2].width == 7
    assert images[3].missing and not images[1].missing
    assert len(images) == 3


def test_probing_goes_on_after_a_damaged_file(tmp_path: Path) -> None:
    """One damaged photograph would keep all others from being read."""
    write_png(tmp_path / "a.png", np.zeros((2, 3), np.uint8))
    (tmp_path / "b.png").write_bytes(b"no image")
    images = [Image(1, "a.png"), Image(2, "b.png"), Image(3, "gone.png")]
    seen: list[tuple[int, int]] = []
    report = probe_images(images, lambda i: tmp_path / i.file_name, progress=lambda *n: seen.append(n))
    assert [(i, (p.width, p.height)) for i, p in report.probes] == [(1, (3, 2))]
    assert [i for i, _ in report.problems] == [2, 3]
    assert report.missing_ids == (3,)
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert probe_images(images, lambda i: tmp_path, cancelled=lambda: True).probes == ()
