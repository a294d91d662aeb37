"""Where the lines of a page stand: found in the sandbox, checked here, kept in the case's cache until the finder changes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import kashf
from kashf.domain.ids import DocumentId, Json
from kashf.domain.pages.regions import Region
from kashf.logs import get_log
from kashf.plain_files import CacheSeal
from kashf.ports.engines import Limits
from kashf.ports.runtime import Task, Worker
from kashf.services.case.open import OpenCase
from kashf.services.case.page_images import NoPictureError, why_none
from kashf.services.case.versions import content_digest

#: Pixels of the longer side of the image that lines are looked for on; four hundred lines on a page are still told apart.
LONGEST_SIDE: Final = 3_000
#: More boxes than this are no lines of writing.
MOST_REGIONS: Final = 2_000
#: Most bytes that are read back: as many boxes several times over.
_MOST_BYTES: Final = 1 << 20
#: Languages written from right to left.
RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "ur", "ps", "ckb", "sd", "ug", "arz", "he", "yi"})
#: A person is waiting.
LIMITS: Final = Limits(seconds=60.0)

log = get_log()


def find_lines(
    case: OpenCase, worker: Worker, document: DocumentId, *, page: int, is_leftward: bool, passwords: Sequence[str] = ()
) -> tuple[Region, ...]:
    """Return where the lines of a page stand, in reading order; none where no lines can be told.

    Args:
        case: Which case.
        worker: Where the page is drawn.
        document: Whose page.
        page: Its number, from 1.
        is_leftward: Whether it is read from right to left.
        passwords: Those that opened the document before.

    Raises:
        NoPictureError: The page cannot be drawn.
        BrokenCustodyError: Its bytes are missing.
        SandboxError: The box cannot be made.
    """
    if (known := known_lines(case, document, page=page)) is not None:
        return known
    params: dict[str, Json] = {"names": [""], "page": page, "longest_side": LONGEST_SIDE, "leftward": is_leftward}
    if passwords:
        params["passwords"] = [*passwords]
    with case.blobs.local(document) as path:
        outcome = worker.run(Task("lines", [path], params, LIMITS))
    regions = check_regions(outcome.untrusted_answer.get("regions") if isinstance(outcome.untrusted_answer, dict) else None)
    if regions is None:
        raise NoPictureError(f"page {page} cannot be drawn ({why_none(outcome)})", code="no-picture", page=page)
    _keep(case.cache_seal, _kept(case, document, page), regions)
    return regions


def is_read_leftward(case: OpenCase, document: DocumentId) -> bool:
    """Return whether a document is read from right to left, by its language; so is one that nobody could read yet."""
    language = next((record.language for record in case.view.records([document])), "")
    return not language or language in RIGHT_TO_LEFT


def known_lines(case: OpenCase, document: DocumentId, *, page: int) -> tuple[Region, ...] | None:
    """Return where the lines of a page stand if they were found before, else None."""
    return _read(case.cache_seal, _kept(case, document, page))


def check_regions(untrusted: object) -> tuple[Region, ...] | None:
    """Return regions that came as lists of four numbers; None when any of them is none, or there are too many.

    >>> check_regions([[0, 0, 10, 10]]), check_regions([[5, 0, 5, 10]]), check_regions("no")
    ((Region(left=0, top=0, right=10, bottom=10),), None, None)
    """
    if not isinstance(untrusted, list) or len(untrusted) > MOST_REGIONS:
        return None
    try:
        return tuple(map(Region.from_json, untrusted))
    except (TypeError, ValueError):
        return None


def _kept(case: OpenCase, document: DocumentId, page: int) -> Path:
    return case.cache / "lines" / f"{document}-{page}-{_version()}.json"


@cache
def _version() -> str:
    """Return by what lines are found now."""
    return content_digest([Path(kashf.__file__).parent / "sandboxed" / "ocr"])[:12]


def _read(seal: CacheSeal, path: Path) -> tuple[Region, ...] | None:
    try:
        return check_regions(json.loads(seal.read(path, most_bytes=_MOST_BYTES)))
    except (OSError, ValueError, OverflowError, RecursionError):
        return None


def _keep(seal: CacheSeal, path: Path, regions: tuple[Region, ...]) -> None:
    """Keep regions whole or not at all; without room or right to write they are found anew each time."""
    try:
        seal.keep(path, json.dumps([region.as_json() for region in regions]).encode())
    except OSError as error:
        log.warning("lines.not_kept", kind=type(error).__name__, number=error.errno)
