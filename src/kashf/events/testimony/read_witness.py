"""Who testifies in a document of what a witness told, and how he knows what a clause tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kashf.domain.acts.act import Sight
from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter, Witness
from kashf.domain.letters.said import Said
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.events.letters.sheet_text import SheetText
from kashf.language.tables.letters.testimony_words import BEHIND_NAME, HEARD, MYSELF, ROLES, SEEN, WITNESSES
from kashf.language.words.folding import fold

#: Words of a name.
_MOST_WORDS: Final = 6


def witness_on(document: DocumentId, pages: Sequence[Page], letter: Letter) -> Witness:
    """Return who testifies on some pages: by a label, by how he names himself, else who signed; None where neither tells.

    Args:
        document: Whose pages they are.
        pages: Those of the document of what he told.
        letter: What was read of it.
    """
    sheet = SheetText(document, pages)
    name = _behind(sheet, _labelled(), "witness-label", 0.9) or _behind(sheet, _myself(), "witness-myself", 0.85)
    signed = letter.signatory.name if letter.signatory else None
    if name is None and signed and not _labels_alone().fullmatch(fold(signed.text).strip()):
        name = signed
    return Witness(name, _behind(sheet, _role(), "witness-role", 0.85))


def sight_of(clause: str) -> Sight:
    """Return how a witness knows what a clause tells; what he heard counts as heard, though he also saw something.

    >>> sight_of("I saw two trucks"), sight_of("I was told that they left"), sight_of("They left at night")
    (<Sight.OWN: 'own'>, <Sight.HEARD: 'heard'>, <Sight.UNTOLD: 'untold'>)
    """
    folded = fold(clause)
    if _heard().search(folded):
        return Sight.HEARD
    return Sight.OWN if _seen().search(folded) else Sight.UNTOLD


def _behind(sheet: SheetText, before: re.Pattern[str], rule: str, score: float) -> Said | None:
    for found in before.finditer(sheet.folded):
        said = sheet.said(found.start("value"), found.end("value"), rule, score)
        if said and len(said.text.split()) <= _MOST_WORDS and not any(map(str.isdigit, said.text)):
            return said
    return None


_VALUE: Final = r"(?P<value>[^\n\d,،.؛:]{3,60}?)"


@lru_cache(maxsize=1)
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"^[^\S\n]*{any_of(WITNESSES)}{WORD_END}[^\S\n]*[:/][^\S\n]*{_VALUE}[^\S\n]*(?=$|[\n,،.؛])", re.MULTILINE)


@lru_cache(maxsize=1)
def _myself() -> re.Pattern[str]:
    end = rf"(?=[,،.:\n]|$|\s{any_of(BEHIND_NAME)}{WORD_END})"
    return re.compile(rf"^[^\S\n]*{any_of(MYSELF)}(?!\w)[^\S\n]*[:/]?[^\S\n]*{_VALUE}{end}", re.MULTILINE)


@lru_cache(maxsize=1)
def _role() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=\t)|(?<=[,،]\s)){any_of(ROLES)}{WORD_END}[^\S\n]*[:/]?[^\S\n]*{_VALUE}[^\S\n]*(?=$|[\n,،.؛\t])", re.MULTILINE
    )


@lru_cache(maxsize=1)
def _labels_alone() -> re.Pattern[str]:
    """Return what stands in place of a name where somebody is to sign."""
    return re.compile(rf"(?:\w+\s)?{any_of(WITNESSES)}")


@lru_cache(maxsize=1)
def _seen() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)و?{any_of(SEEN)}{WORD_END}")


@lru_cache(maxsize=1)
def _heard() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)و?{any_of(HEARD)}{WORD_END}")
