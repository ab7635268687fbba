"""kill -9 at any moment: what was told as saved is there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from patience import PATIENCE_S

from sam_annotator.core.image_io import ImageProbe
from sam_annotator.store.store import Store

ROUNDS = 50

# The imports are paid once: each round is a fork of this process, killed on its own.
WRITER = """
import os, sys
import numpy as np
from pathlib import Path
from sam_annotator.core.mask import Mask
from sam_annotator.core.records import Annotation
from sam_annotator.store.store import Store

rng = np.random.default_rng(int(sys.argv[2]))
masks = [Mask.from_array(rng.random((40, 50)) < 0.5) for _ in range(20)]
while sys.stdin.readline():
    pid = os.fork()
    if pid:
        print("pid", pid, flush=True)
        os.waitpid(pid, 0)
        print("dead", flush=True)
        continue
    store = Store.open(Path(sys.argv[1]))
    number = 0
    while True:
        added = store.add_annotation(Annotation(0, 1, 1, masks[number % 20]))
        if number % 5 == 4:
            store.delete_annotations([added.id])
            os.write(1, b"deleted %d 0\\n" % added.id)
        else:
            os.write(1, b"added %d %d\\n" % (added.id, added.mask.area))
        number += 1
"""


@pytest.mark.timeout(1800)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_every_reported_annotation_survives_kill_9(tmp_path: Path) -> None:
    """A crash or a power cut would take finished work with it."""
    with Store.create(tmp_path, tmp_path, category_names=["cat"]) as store:
        store.add_images(["a.png"])
        store.set_probes([(1, ImageProbe(50, 40, "x"))])
    rng = random.Random(7)
    kept: dict[int, int] = {}
    gone: set[int] = set()
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path), "7"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert writer.stdin is not None and writer.stdout is not None
    for _ in range(ROUNDS):
        print(file=writer.stdin, flush=True)
        line = writer.stdout.readline()
        while not line.startswith("pid"):
            line = writer.stdout.readline()
        told = [writer.stdout.readline() for _ in range(rng.randrange(12))]
        time.sleep(rng.uniform(0.0, 0.02))  # then at any moment
        os.kill(int(line.split()[1]), signal.SIGKILL)
        while not (line := writer.stdout.readline()).startswith("dead"):
            told.append(line)
        for line in told:
            kind, id_, area = line.split()
            if kind == "added":
                kept[int(id_)] = int(area)
            else:
                gone.add(int(id_))
        with Store.open(tmp_path) as store:
            there = {a.id: a.mask.area for a in store.annotations(1)}
        assert {i: there.get(i) for i in kept} == kept
        assert not gone & there.keys()
        assert len(there) <= len(kept) + ROUNDS  # one of each round may be there without its report
    writer.stdin.close()
    writer.wait(PATIENCE_S)
    writer.stdout.close()
    assert len(kept) > ROUNDS
    assert gone
    with Store.open(tmp_path) as store:
        assert store.check() == []


def test_a_lock_is_given_back_by_the_system(tmp_path: Path) -> None:
    """After a crash the project would stay locked for ever."""
    Store.create(tmp_path, tmp_path).close()
    code = (
        "import os, sys; from pathlib import Path; from sam_annotator.store.store import Store\n"
        "s = Store.open(Path(sys.argv[1])); os.kill(os.getpid(), 9) if os.name == 'posix' else os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    with Store.open(tmp_path) as store:
        assert not store.read_only
