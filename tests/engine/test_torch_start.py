"""torch is made ready ahead of its import: its threads sleep while they wait, and its libraries hold nobody up."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def told(program: str, **environment: str) -> str:
    """Run a program in a fresh interpreter and return what it prints."""
    kept = {name: value for name, value in os.environ.items() if name != "OMP_WAIT_POLICY"}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env={**kept, **environment}, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_threads_of_an_engine_sleep_while_they_wait() -> None:
    """Where another program wants a core, each layer of a network would take many times as long."""
    program = (
        "import os\n"
        "from sam_annotator.engine.registry import load_engine\n"
        "load_engine('builtin', device='cpu')\n"
        "print(os.environ['OMP_WAIT_POLICY'])\n"
    )
    assert told(program) == "PASSIVE"
    assert told(program, OMP_WAIT_POLICY="ACTIVE") == "ACTIVE"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere torch loads its libraries itself")
def test_libraries_are_there_before_torch_is_imported() -> None:
    """Loaded by the import they would hold up every thread, the window's for half a second."""
    program = (
        "import sys\n"
        "from sam_annotator.engine.torch_start import ready_torch\n"
        "ready_torch()\n"
        "maps = open('/proc/self/maps').read()\n"
        "print('libtorch_cpu.so' in maps, 'torch' in sys.modules)\n"
        "import torch\n"
        "print(int(torch.ones(3, 3).matmul(torch.ones(3, 3)).sum()))\n"
    )
    assert told(program).splitlines() == ["True False", "27"]


def test_what_torch_is_missing_it_says_itself() -> None:
    """A computer without torch would end here in another error than the one that says what to do."""
    program = (
        "import importlib.util\n"
        "importlib.util.find_spec = lambda name: None\n"
        "from sam_annotator.engine.torch_start import ready_torch\n"
        "ready_torch()\n"
        "print('well')\n"
    )
    assert told(program) == "well"
