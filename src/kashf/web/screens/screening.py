"""A list of names held against the case: uploaded, held against it in memory, and shown until the server stops."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from starlette.responses import Response

from kashf.errors import NotFoundError
from kashf.language.words.visible import visible_name
from kashf.services.names.screen import Screening
from kashf.show.answers import possible_answers, screening_answer
from kashf.web.gate.bodies import LIST_BYTES
from kashf.web.renderers import Cell, as_csv, as_json
from kashf.web.screens.dossier import place_address
from kashf.web.screens.names import name_address
from kashf.web.screens.params import ScreeningAsked

#: Results that are held in memory; an older one is let go.
HELD: Final = 3
#: Hits and entries without any that are shown; the files have all.
SHOWN_HITS: Final = 300
SHOWN_SILENT: Final = 300
_HEADER: Final = ("entry", "listed", "type", "possible", "score", "warning", "why", "mentions", "documents", "place")


@dataclass(frozen=True, slots=True)
class Held:
    """What came of a list.

    Args:
        name: What its sender calls the list.
        screening: The hits, and the entries without.
    """

    name: str
    screening: Screening


@dataclass(slots=True)
class Screenings:
    """The last few results, in memory alone: a list may be secret, so nothing of it is written to disk."""

    _held: OrderedDict[str, Held] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def hold(self, name: str, screening: Screening) -> str:
        """Keep a result and return the word by which it is asked for."""
        id = secrets.token_hex(16)
        with self._lock:
            self._held[id] = Held(visible_name(name), screening)
            while len(self._held) > HELD:
                self._held.popitem(last=False)
        return id

    def find(self, id: str) -> Held:
        """Return a result.

        Raises:
            NotFoundError: It was let go, or never was.
        """
        with self._lock:
            if id not in self._held:
                raise NotFoundError("this result is not held any more: only the last three are; upload the list again")
            return self._held[id]


def screening_page(screenings: Screenings, asked: ScreeningAsked) -> dict[str, object]:
    """Return what the page shows.

    Raises:
        NotFoundError: The result was let go.
    """
    held = screenings.find(asked.result) if asked.result else None
    found = held.screening if held else None
    hits = [
        {
            "hit": hit,
            "href": name_address(hit.name.type, hit.name.key),
            "place": place_address(place.document, place.page, place.mention.start, place.mention.end),
        }
        for hit, place in (list(zip(found.hits, found.first, strict=True))[:SHOWN_HITS] if found else ())
    ]
    return {
        "asked": asked,
        "held": held,
        "found": found,
        "hits": hits,
        "with_hits": found.entries - len(found.silent) if found else 0,
        "silent": found.silent[:SHOWN_SILENT] if found else (),
        "shown_hits": SHOWN_HITS,
        "shown_silent": SHOWN_SILENT,
        "most": LIST_BYTES,
    }


def screening_json(screenings: Screenings, asked: ScreeningAsked) -> Response:
    """Return a result as `kashf screen --json` prints it."""
    found = screenings.find(asked.result).screening if asked.result else Screening(0, 0, (), (), ())
    return as_json(screening_answer(found))


def screening_csv(screenings: Screenings, asked: ScreeningAsked) -> Response:
    """Return a row for each possible hit, and one with nothing in it for each entry without."""
    found = screenings.find(asked.result).screening if asked.result else None
    silent: list[Sequence[Cell]] = [
        (entry.id, entry.names[0], entry.type, "", "", "", "", "", "", "") for entry in (found.silent if found else ())
    ]
    return as_csv("screening", _HEADER, [*(_rows(found) if found else ()), *silent])


def _rows(found: Screening) -> list[Sequence[Cell]]:
    rows = (row | {"why": "; ".join(row["why"])} for row in possible_answers(found))
    return [[row[column] for column in _HEADER] for row in rows]
