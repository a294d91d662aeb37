"""Good files with bytes changed at random: each ends with a state, and none takes the box with it.

FUZZ_ROUNDS sets how many variants are made of each of the two dozen formats; 9 are some 200 files, 400 are a night's work.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from kashf.domain.document import Reason, Status
from kashf.ports.runtime import Worker
from tests.hostile.reading import read_in
from tests.hostile.seeds import SEEDS, seed

pytestmark = pytest.mark.sandbox

ROUNDS = int(os.environ.get("FUZZ_ROUNDS", "9"))
#: What may be said of a file that was read to its end.
WHOLE = (None, Reason.NO_WRITING)
#: Numbers that sizes and counts like to be wrong by.
NUMBERS = (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x80\0\0\0", b"\1\0\0\0", b"-1", b"99999999999")


def mutated(content: bytes, rng: Random) -> bytes:
    """Return a file with a few things changed: bytes flipped, numbers put in, stretches lost, doubled or moved."""
    changed = bytearray(content)
    for _ in range(rng.choice((1, 2, 4, 16))):
        at = rng.randrange(len(changed))
        length = rng.randint(1, max(1, min(200, len(changed) - at)))
        match rng.randrange(6):
            case 0:
                changed[at] = rng.randrange(256)
            case 1:
                changed[at] ^= 1 << rng.randrange(8)
            case 2:
                number = rng.choice(NUMBERS)
                changed[at : at + len(number)] = number
            case 3:
                del changed[at : at + length]
            case 4:
                changed[at:at] = changed[at : at + length]
            case 5:
                changed[at : at + length] = rng.randbytes(length)
        if not changed:
            return b"\0"
    return bytes(changed)


@pytest.mark.parametrize("name", SEEDS)
def test_good_files_are_read_whole(box: Worker, folder: Path, name: str) -> None:
    path = folder / name
    path.write_bytes(seed(name))

    ending = read_in(box, path)

    assert Status.DONE is ending.status
    assert ending.reason in WHOLE


@pytest.mark.parametrize("name", SEEDS)
def test_files_changed_at_random_end_with_a_state(box: Worker, folder: Path, name: str) -> None:
    rng = Random(name)
    for number in range(ROUNDS):
        path = folder / f"{number}-{name}"
        path.write_bytes(mutated(seed(name), rng))

        ending = read_in(box, path)

        assert (ending.status is Status.DONE) == (ending.reason in WHOLE)
        path.unlink()
