"""A case with pages that no machine could read, in real records and a real index, and people who type them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kashf.bootstrap import create_case, open_case, open_for_writing, open_to_decide
from kashf.domain.document import Box, Origin, Page, Reading, Reason, Sighting, Status
from kashf.domain.ids import DocumentId
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import PagePlace
from kashf.ports.stages import READ
from kashf.services.case.copies.copy_keys import keep_keys
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.case.versions import READ_VERSION
from kashf.services.ledger.persons import introduce, person_called
from kashf.services.transcription.bring_up import bring_up
from kashf.services.transcription.typed_readings import TypedOver
from kashf.settings import Settings
from tests.able_to_sign import able_to_sign

#: Where the lines of `UNSURE` stand.
FIRST, SECOND, THIRD = (Region(500, top, 9500, top + 500) for top in (1000, 2000, 3000))


def unsure_page(number: int = 1, *lines: str, confidence: float = 0.2) -> Page:
    """Return a page with a line of garbage for each of three regions, as OCR makes of handwriting."""
    words = lines or ("qxz vlk", "rrt 44", "mmo")
    text, boxes = "\n".join(words), list[Box]()
    start = 0
    for line, region in zip(words, (FIRST, SECOND, THIRD), strict=False):
        boxes.append(Box(start, start + len(line), region.left, region.top, region.right, region.bottom, confidence))
        start += len(line) + 1
    return Page(number, text, Origin.OCR, confidence, boxes=tuple(boxes))


@dataclass(frozen=True, slots=True)
class TypedCase:
    """A case of one scanned letter, `letter`, and one that is read well, `sure`."""

    path: Path
    home: Path
    letter: DocumentId
    sure: DocumentId

    @property
    def page(self) -> PagePlace:
        """The first page of the letter."""
        return PagePlace(self.letter, 1)

    def settings(self, name: str) -> Settings:
        """Return the settings of somebody."""
        return Settings(actor=name, home=self.home)

    @contextmanager
    def as_person(self, name: str) -> Iterator[WritableCase]:
        """Open it for what a person of the case decides."""
        settings = able_to_sign(self.settings(name))
        with open_to_decide(self.path, settings=settings) as case:
            if not person_called(case.reading, name):
                introduce(case, name)
        with open_to_decide(self.path, settings=settings) as case:
            yield case

    @contextmanager
    def reading(self) -> Iterator[OpenCase]:
        """Open it for reading."""
        case = open_case(self.path)
        try:
            yield case
        finally:
            case.close()

    def read_anew(self, *readings: Reading) -> None:
        """Let machines read documents again, as `process` does, and index them."""
        with open_for_writing(self.path, settings=self.settings("amal")) as case:
            _read(case, *readings)


def letter_reading(document: DocumentId, *pages: Page) -> Reading:
    """Return what OCR makes of the letter."""
    found = pages or (unsure_page(),)
    return Reading(document, "image/png", Status.PARTIAL, Reason.LOW_CONFIDENCE, "hard to read", found, engines={"tesseract": "5"})


def typed_case(folder: Path) -> TypedCase:
    """Make it."""
    path, home = folder / "case", folder / "home"
    create_case(path, name="letters", settings=Settings(actor="amal", home=home))
    with open_for_writing(path, settings=Settings(actor="amal", home=home)) as case:
        letter, sure = (_receive(case, name) for name in ("letter.png", "sure.png"))
        case.reading.index.writer().close()
        page = Page(1, "an order that is printed", Origin.OCR, 0.97)
        _read(case, letter_reading(letter), Reading(sure, "image/png", Status.DONE, pages=(page,), engines={"tesseract": "5"}))
    return TypedCase(path, home, letter, sure)


def _receive(case: WritableCase, name: str) -> DocumentId:
    draft = case.reading.blobs.draft()
    draft.write(name.encode())
    id = draft.id
    case.reading.blobs.keep([draft])
    with case.store.unit() as uow:
        uow.sight([Sighting(id, name, "courier", size_bytes=len(name))], receipt=None, depth=0)
        uow.commit()
    return id


def _read(case: WritableCase, *readings: Reading) -> None:
    over = TypedOver(case.reading)
    with case.store.unit() as uow:
        uow.lease(READ, limit=9)
        uow.put(over.over([keep_keys(reading) for reading in readings]), version=READ_VERSION)
        uow.commit()
    for reading in readings:
        bring_up(case, reading.document)
