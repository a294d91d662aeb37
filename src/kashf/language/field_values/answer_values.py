"""What answers say that are chosen and not made up: yes and no, one or several of a list, a group of blood."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Final

from kashf.domain.entity import unchanging
from kashf.domain.forms.form_families import ReadValue
from kashf.language.field_values.ticked_boxes import has_boxes, ticked
from kashf.language.identifiers.plain_signs import plain
from kashf.language.tables.field_words import answer_words
from kashf.language.words.clitics import ARTICLE
from kashf.language.words.folding import Folded, fold
from kashf.language.words.tokens import folded_words

_IS_ARABIC: Final = re.compile("[ء-ي]")
#: One of several words in brackets: it is chosen.
_IN_BRACKETS: Final = re.compile(r"[(\[{]([^()\[\]{}]+)[)\]}]")
_LIST: Final = re.compile(r"[/\\,،;؛|+&•●▪*\n]+|(?<=\s)[-–—](?=\s)|^\s*[-–—]")
_LONGEST: Final = 3
_PLUS: Final = re.compile(r"\+|\(\+\)")
_MINUS: Final = re.compile(r"-\s*\)?\s*$|\(-\)|^\s*-")


def common_answer(code: str, text: str) -> ReadValue:
    """Return "yes", "no" or "unknown" as a value, called so in the writing of a text."""
    return ReadValue(code, answer_words.LABELS[code][0 if _IS_ARABIC.search(fold(text)) else 1])


def says_unknown(text: str) -> bool:
    """Return whether somebody wrote that it is not known.

    >>> says_unknown("غير معروفة"), says_unknown("Omar")
    (True, False)
    """
    return " ".join(folded_words(text)) in phrases(answer_words.UNKNOWN)


def read_yes_no(text: str) -> ReadValue:
    """Return "yes" or "no" as a value says it, by its first words, a tick or brackets; "" and doubtful where it says neither or both.

    >>> [read_yes_no(text).key for text in ("نعم، مرتين", "☐ نعم ☒ لا", "لا يوجد", "yes / no", "✓")]
    ['yes', 'no', 'no', '', 'yes']
    """
    chosen = ticked(text) if has_boxes(text) else ()
    said = {_yes_or_no(answer) if answer else "yes" for answer in chosen}
    if not has_boxes(text):
        bracketed = {_yes_or_no(found) for found in _IN_BRACKETS.findall(text)} - {""}
        said = bracketed if len(bracketed) == 1 else {"" if is_unanswered(text) else _yes_or_no(text)}
    code = said.pop() if len(said) == 1 else ""
    return common_answer(code, text) if code else ReadValue("", " ".join(text.split()), is_doubtful=True)


def is_unanswered(text: str) -> bool:
    """Return whether only what is printed stands there: boxes of which none is ticked, or yes and no of which none is marked.

    >>> is_unanswered("☐ yes ☐ no"), is_unanswered("نعم / لا"), is_unanswered("نعم")
    (True, True, False)
    """
    if has_boxes(text):
        return not ticked(text)
    words = folded_words(text)
    if _IN_BRACKETS.search(text) or len(words) < 2:
        return False
    said = [_yes_or_no_of(tuple(words[:cut])) + _yes_or_no_of(tuple(words[cut:])) for cut in range(1, len(words)) if _exactly(words, cut)]
    return any(each in {"yesno", "noyes"} for each in said)


def read_choice(text: str) -> ReadValue:
    """Return which of a list somebody chose: its key has them folded, without articles, in the order of the alphabet.

    >>> read_choice("طبخ، خياطة").key, read_choice("☐ مقاتل ☒ حارس").key, dict(read_choice("cook and driver").value)
    ('خياطه + طبخ', 'حارس', {'items': ('cook', 'driver')})
    """
    items = tuple(item for part in (ticked(text) if has_boxes(text) else (text,)) for item in _items(part))
    keys = sorted({key for item in items if (key := _bare(folded_words(item)))})
    label = ("، " if _IS_ARABIC.search(fold(text)) else ", ").join(items)
    if len(keys) < 2:
        return ReadValue("".join(keys), label or " ".join(text.split()), is_doubtful=not keys)
    return ReadValue(" + ".join(keys), label, unchanging({"items": list(items)}))


def read_blood(text: str) -> ReadValue:
    """Return a group of blood with its Rhesus factor: "A+"; doubtful without the one, its words without the other.

    >>> [read_blood(text).key for text in ("A+", "أ موجب", "O سالب", "0 Rh(-)", "AB")]
    ['A+', 'A+', 'O-', 'O-', 'AB']
    """
    signs, words = plain(text), folded_words(text)
    group = next((group for group in ("AB", "A", "B", "O") if _has(words, answer_words.BLOOD_GROUPS[group])), "")
    is_positive = bool(_PLUS.search(signs)) or _has(words, answer_words.RHESUS_POSITIVE)
    is_negative = bool(_MINUS.search(signs)) or _has(words, answer_words.RHESUS_NEGATIVE)
    if not group or (is_positive and is_negative):
        return ReadValue(" ".join(words), " ".join(text.split()), is_doubtful=True)
    factor = "+" if is_positive else "-" if is_negative else ""
    return ReadValue(group + factor, group + factor, is_doubtful=not factor)


@lru_cache(maxsize=16)
def phrases(listed: str) -> frozenset[str]:
    """Return the folded phrases of a list that is divided by strokes."""
    return frozenset(" ".join(folded_words(phrase)) for phrase in listed.split("|"))


def _yes_or_no(text: str) -> str:
    words = folded_words(text)
    return next((said for length in range(_LONGEST, 0, -1) if (said := _yes_or_no_of(tuple(words[:length])))), "")


def _yes_or_no_of(words: tuple[Folded, ...]) -> str:
    phrase = " ".join(words)
    if phrase in phrases(answer_words.YES):
        return "yes"
    return "no" if phrase in phrases(answer_words.NO) or phrase in phrases(answer_words.NONE) else ""


def _exactly(words: Sequence[Folded], cut: int) -> bool:
    return bool(_yes_or_no_of(tuple(words[:cut])) and _yes_or_no_of(tuple(words[cut:])))


def _items(text: str) -> list[str]:
    pieces = (piece for part in _LIST.split(text) for piece in _between_words(part))
    return [item for piece in pieces if (item := " ".join(piece.split()).strip(" .:-"))]


def _between_words(text: str) -> list[str]:
    words = text.split()
    cuts = [at for at, word in enumerate(words) if fold(word) in phrases(answer_words.LIST_WORDS)]
    starts, ends = [0, *(cut + 1 for cut in cuts)], [*cuts, len(words)]
    return [" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True)]


def _bare(words: Collection[Folded]) -> str:
    return " ".join(word.removeprefix(ARTICLE) if len(word) > len(ARTICLE) + 1 else word for word in words)


def _has(words: Sequence[Folded], listed: str) -> bool:
    known = phrases(listed)
    pairs = [" ".join(words[at : at + 2]) for at in range(len(words) - 1)]
    return not known.isdisjoint((*words, *pairs))
