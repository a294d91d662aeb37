"""How well pages were found to lie over one another, kept in the case's cache: a comparison costs half a second, and an `add` changes few.

Fits are kept by the ink of both pages, so that nothing that changes in a case can make one of them wrong.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Final, Self

import kashf
from kashf.intake.ink_maps.ink_map import unpacked
from kashf.intake.ink_maps.same_sheet import sheet_fit
from kashf.logs import get_log
from kashf.plain_files import CacheSeal
from kashf.services.case.versions import content_digest

#: Most bytes that are read back: fits of some 300,000 pairs.
_MOST_BYTES: Final = 32 << 20

log = get_log()


class SheetFits:
    """Compares pages by their packed ink, and remembers.

    Args:
        known: Fits of before, by pair.
    """

    def __init__(self, known: dict[str, float] | None = None) -> None:
        self._known = known or {}
        self._used: dict[str, float] = {}

    @classmethod
    def kept(cls, cache: Path, seal: CacheSeal) -> Self:
        """Return what the cache of a case, a folder, has; nothing where it has none that can be read."""
        try:
            known = json.loads(seal.read(_place(cache), most_bytes=_MOST_BYTES))
            return cls({str(pair): float(fit) for pair, fit in known.items()})
        except (OSError, ValueError, AttributeError, TypeError, OverflowError, RecursionError):
            return cls()

    def fit(self, here: bytes, there: bytes) -> float:
        """Return how well two pages lie over one another, in [0..1]; 0.0 where they are not pictures of one sheet."""
        pair = "-".join(hashlib.sha256(ink).hexdigest()[:32] for ink in (here, there))
        if pair not in self._used:
            known = self._known.get(pair)
            self._used[pair] = known if known is not None else sheet_fit(unpacked(here), unpacked(there))
        return self._used[pair]

    def keep(self, cache: Path, seal: CacheSeal) -> None:
        """Keep the fits that were asked for, whole or not at all; without room or right to write they are found anew."""
        if not self._used or self._used == self._known:
            return
        try:
            seal.keep(_place(cache), json.dumps(self._used, sort_keys=True).encode())
        except OSError as error:
            log.warning("sheet_fits.not_kept", kind=type(error).__name__, number=error.errno)


def _place(folder: Path) -> Path:
    return folder / f"sheet-fits-{_version()}.json"


@cache
def _version() -> str:
    return content_digest([Path(kashf.__file__).parent / "intake" / "ink_maps"])[:12]
