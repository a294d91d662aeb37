"""Which letter follows which, kept in the case's cache: to find it takes most of the time that chains of many letters take.

Places in the list of letters are kept, and no words of them, by a digest of all that was compared: nothing that changes in a case, and
no other reader of letters, can make one of them wrong. Whoever sees some documents alone reads and keeps nothing here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import kashf
from kashf.domain.entries.delivery import Scope
from kashf.events.chains.chain import ChainLink
from kashf.events.chains.letter_links import ChosenLink, choose_links, tell_links
from kashf.events.chains.letter_pile import LetterPile
from kashf.events.chains.link_kinds import LinkKind
from kashf.events.chains.linked_letter import LinkedLetter
from kashf.logs import get_log
from kashf.plain_files import CacheSeal
from kashf.services.case.open import OpenCase
from kashf.services.case.versions import content_digest

log = get_log()

#: What decides which letters follow which, of those that are compared.
_DECIDES: Final = ("domain/date.py", "domain/letters", "events/chains", "language")
#: Most bytes that are read back: links of half a million letters.
_MOST_BYTES: Final = 32 << 20


def kept_links(case: OpenCase, scope: Scope, letters: Sequence[LinkedLetter]) -> tuple[ChainLink, ...]:
    """Return which letter each of a pile follows, as `find_links` does; which they are is looked for once for the same letters."""
    pile = LetterPile(letters)
    if not case.view.moment():
        return tell_links(pile, choose_links(pile))
    place, key = case.cache / f"chain-links-{scope}.json", _key(letters)
    chosen = _kept(case.cache_seal, place, key, len(letters))
    if chosen is None:
        chosen = choose_links(pile)
        _keep(case.cache_seal, place, key, chosen)
    return tell_links(pile, chosen)


def drop_links(case: OpenCase) -> None:
    """Forget all links of a case."""
    for place in case.cache.glob("chain-links-*"):
        place.unlink(missing_ok=True)


def _key(letters: Sequence[LinkedLetter]) -> str:
    digest = hashlib.sha256(_version().encode())
    for each in letters:
        shown = [(facet, sorted(values)) for facet, values in sorted(each.shows.items())]
        cited = [
            (sorted(one.numbers), sorted(one.authors), one.date, sorted(one.acts), one.is_answered, one.is_quoted, one.is_last_quoted)
            for one in each.cited
        ]
        compared = (
            each.documents,
            each.act,
            each.may,
            each.is_sure,
            shown,
            cited,
            sorted(each.named),
            each.pages,
            each.written,
            each.about,
        )
        digest.update(repr(compared).encode())
    return digest.hexdigest()


def _kept(seal: CacheSeal, place: Path, key: str, many: int) -> tuple[ChosenLink, ...] | None:
    """Return the links of letters with this key; None where there are none that can be read."""
    try:
        kept = json.loads(seal.read(place, most_bytes=_MOST_BYTES))
        return tuple(_link(each, many) for each in kept["links"]) if kept["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def _link(kept: Any, many: int) -> ChosenLink:
    later, earlier, kind, bits = kept
    if not (0 <= int(later) < many and 0 <= int(earlier) < many):
        raise ValueError("a link of no letter")
    return ChosenLink(int(later), int(earlier), LinkKind(kind), float(bits))


def _keep(seal: CacheSeal, place: Path, key: str, chosen: Sequence[ChosenLink]) -> None:
    """Keep links instead of those of before, whole or not at all; without room or right to write they are looked for anew."""
    links = [(each.later, each.earlier, each.kind, each.prior_bits) for each in chosen]
    try:
        seal.keep(place, json.dumps({"key": key, "links": links}).encode())
    except OSError as error:
        log.warning("chain_links.not_kept", kind=type(error).__name__, number=error.errno)


@cache
def _version() -> str:
    return content_digest(Path(kashf.__file__).parent / name for name in _DECIDES)[:16]
