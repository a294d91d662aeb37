"""Takes in lines that were typed in another program: what fits a page of the case is recorded, and of all else it is told why not."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from kashf.domain.document import BOX_GRID
from kashf.domain.transcription.signed_words import PagePlace
from kashf.domain.transcription.transcripts import Words
from kashf.errors import NotFoundError, UsageError
from kashf.ports.taggers import Tagger
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.transcription.exchange.read_lines import ReadLine, ReadPage, read_lines
from kashf.services.transcription.keying import brought_writing, write_words

#: A picture as `--export` calls it: the id of its document, and its page.
_OWN_NAME = re.compile(r"([0-9a-f]{12,64})[-_#]p?0*(\d{1,6})")
#: How much the shapes of two pictures of one page may differ.
_SHAPE = 0.03

#: Gives the width of a page's picture by its height, or None where it cannot be drawn.
ShapeOf = Callable[[PagePlace], float | None]


@dataclass(frozen=True, slots=True)
class ImportedPage:
    """What became of one page of a file.

    Args:
        file: What the file is called.
        image: The picture that it names.
        place: The page of the case that it is; None when there is none.
        taken: Lines that were recorded.
        not_taken: The others, each with why.
        fault: Why none was, or "": "no-page" of the case has such a picture, "other-picture", "nothing" to take.
    """

    file: str
    image: str
    place: PagePlace | None
    taken: int = 0
    not_taken: tuple[ReadLine, ...] = ()
    fault: str = ""


def import_lines(
    case: WritableCase, untrusted: bytes, *, name: str, shape_of: ShapeOf, given: PagePlace | None = None, taggers: Sequence[Tagger] = ()
) -> tuple[ImportedPage, ...]:
    """Record the lines of a file of PAGE-XML or ALTO as brought in by a person: who typed them nobody knows, and they confirm nothing.

    Args:
        case: Which case.
        untrusted: Bytes of the file.
        name: What to call it.
        shape_of: Tells the shape of a page, so that a file of another picture is not taken for one of it.
        given: The page that it is of; otherwise it is found by the name of the picture.
        taggers: What finds names.

    Raises:
        UsageError: It is no such file; or it has several pages, and one is given.
    """
    pages, source = read_lines(untrusted, name=name), hashlib.sha256(untrusted).hexdigest()
    if given and len(pages) != 1:
        raise UsageError(f"{name} has {len(pages)} pages; --page is of one", code="import-pages", name=name, pages=len(pages))
    return tuple(_import_page(case, page, name, source, given or place_of(case.reading, page.image), shape_of, taggers) for page in pages)


def place_of(case: OpenCase, image: str) -> PagePlace | None:
    """Return the page whose picture is called so: as `--export` calls it, or as one file of the case is; None where none or several are."""
    name = PurePosixPath(image.replace("\\", "/")).name
    if own := _OWN_NAME.match(name):
        try:
            return PagePlace(case.view.resolve(own[1]), int(own[2]))
        except NotFoundError:
            return None
    found = {each.id for each in case.view.outlines() if name and PurePosixPath(each.name).name == name}
    return PagePlace(found.pop(), 1) if len(found) == 1 else None


def _import_page(  # noqa: PLR0913, PLR0917 - what one page needs, told once
    case: WritableCase, page: ReadPage, name: str, source: str, place: PagePlace | None, shape_of: ShapeOf, taggers: Sequence[Tagger]
) -> ImportedPage:
    told = ImportedPage(name, page.image, place, not_taken=tuple(line for line in page.lines if line.fault))
    if place is None:
        return ImportedPage(name, page.image, None, fault="no-page")
    shape = None if page.width == page.height == BOX_GRID else shape_of(place)
    if shape is not None and abs(shape / (page.width / page.height) - 1) > _SHAPE:
        return ImportedPage(name, page.image, place, fault="other-picture")
    taken = [line for line in page.lines if line.region]
    if not taken:
        return ImportedPage(name, page.image, place, not_taken=told.not_taken, fault="nothing")
    told_by = {"file": name, "creator": page.creator}
    writings = [brought_writing(place, line.region, Words(line.typed, **told_by), source=source) for line in taken if line.region]
    write_words(case, place, writings, taggers=taggers)
    return ImportedPage(name, page.image, place, len(writings), told.not_taken)
