"""Cases on which forms are measured: of a haul that the product reads as anybody would, or of texts that are put into it as read."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.speed.measure import run
from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.document import Page, Reading, Sighting, Status
from kashf.domain.ids import DocumentId
from kashf.services.case.copies.copy_keys import keep_keys
from kashf.services.case.open import WritableCase
from kashf.settings import Settings

_KASHF = (sys.executable, "-m", "kashf")


def read_haul(haul: Path, case: Path) -> float:
    """Make a case of the files of a haul as anybody would, unless it is there; returns the processor seconds."""
    if case.exists():
        return 0.0
    subprocess.run([*_KASHF, "init", case], check=True, capture_output=True)
    return run([*_KASHF, "add", case, haul / "files", "--from", "courier"], watch=False).cpu_seconds


@contextmanager
def case_of_texts(folder: Path, texts: Iterable[str]) -> Iterator[WritableCase]:
    """Make a case of texts as they are read from files, and yield it; nothing was found in them yet."""
    settings = Settings(home=folder / "home", actor="bench")
    create_case(folder / "texts.case", name="bench", settings=settings)
    with open_for_writing(folder / "texts.case", settings=settings) as case:
        known = {DocumentId(hashlib.sha256(text.encode()).hexdigest()): text for text in texts}
        readings = [keep_keys(Reading(id, "text/plain", Status.DONE, pages=(Page(1, text),))) for id, text in known.items()]
        with case.store.unit() as uow:
            uow.sight([Sighting(id, f"/{id}.txt", "courier", size_bytes=len(text)) for id, text in known.items()], receipt=None, depth=0)
            uow.put(readings, version="1")
            uow.commit()
        yield case
