"""Groups the near copies of a pile of texts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Final

import numpy as np

from kashf.intake.near_copies import PERMUTATIONS, shingle_signature
from kashf.intake.near_texts.buckets import Buckets
from kashf.intake.near_texts.compared_text import ComparedText
from kashf.intake.near_texts.printed_words import PrintedWords
from kashf.intake.near_texts.verdict import near_share

#: Estimated shares of common shingles from which two texts are read and compared: of all their words, and of what is filled in; and where
#: OCR read one of them. Lower than what copies have, since an estimate is off by .04 in three.
_WHOLE, _WHOLE_SCANNED = 0.68, 0.33
_FILLED, _FILLED_SCANNED = 0.3, 0.0
#: Of the texts that may be copied, so many are compared word by word, the likest first; and with one that OCR read.
_MOST_COMPARED: Final = (6, 16)
#: Texts that are kept at hand while others are compared with them.
_AT_HAND: Final = 2048
#: Texts of one decided kind from which it is learned what is printed, where any of them is like a text of another kind.
_LEARNED_FROM: Final = 2000
#: Words of a text, for an estimate.
_WORDS_A_TEXT: Final = 250

#: Gives some texts by their ids, in any order.
ReadTexts = Callable[[Sequence[str]], Iterable[tuple[str, ComparedText]]]


@dataclass(frozen=True, slots=True)
class NearPair:
    """A near copy, the text it is a copy of, and the share of letters that they have in common."""

    copy: str
    of: str
    share: float


def near_pairs(
    signatures: Iterable[tuple[str, bytes]],
    read: ReadTexts,
    *,
    scanned: Collection[str] = frozenset(),
    decided: Mapping[str, int] = MappingProxyType({}),
) -> tuple[NearPair, ...]:
    """Return each near copy with the text that stands for its group, so that likeness does not wander from text to text.

    Args:
        signatures: (id, signature) of all texts; empty signatures belong to no group. The order does not matter.
        read: Gives texts; none is asked for that is like no other.
        scanned: Ids of texts that were read by OCR.
        decided: By id, the number of a kind of texts of which two are told to be copies or not by something else, and are not compared.

    Returns:
        By the id of the copy; what a group is of has the first of its ids, and is in no pair as a copy.
    """
    known = [_SignedText(id, value, b"", id in scanned, decided.get(id, 0)) for id, value in sorted(dict(signatures).items()) if value]
    like = _like_another(known)
    learned = (*like, *_of_their_kinds(known, like))
    printed = PrintedWords(_WORDS_A_TEXT * len(learned))
    for _, text in read(learned) if like else ():
        printed.add(text.words)
    pile = _Pile(read, printed)
    filled = {id: _filled_signature(text, printed) for id, text in (read(like) if like else ())}
    for signed in known:
        if signed.id in filled:
            pile.place(replace(signed, filled=filled[signed.id]))
    return tuple(pile.found)


@dataclass(frozen=True, slots=True)
class _SignedText:
    """A text by its signatures: of all its words, and of what is filled in, none where no template is seen."""

    id: str
    whole: bytes
    filled: bytes
    is_scan: bool
    kind: int


def _like_another(known: Sequence[_SignedText]) -> list[str]:
    """Return the ids of texts that are like another by all their words, in order."""
    signed, met = _Signed(), set[str]()
    if len({text.kind for text in known}) == 1 and known[0].kind:
        return []
    for text in known:
        near = signed.near(text)
        met.update([text.id, *near] if near else ())
        if not near:
            signed.add(text)
    return sorted(met)


def _of_their_kinds(known: Sequence[_SignedText], like: Collection[str]) -> list[str]:
    """Return the ids of further texts of the decided kinds that some texts are of, which say what is printed on these."""
    some = set(like)
    kinds = {text.kind for text in known if text.id in some} - {0}
    room = dict.fromkeys(kinds, _LEARNED_FROM)
    found = []
    for text in known:
        if room.get(text.kind, 0) and text.id not in some:
            room[text.kind] -= 1
            found.append(text.id)
    return found


def _filled_signature(text: ComparedText, printed: PrintedWords) -> bytes:
    """Return the signature of what is filled in; none where no template is seen, or nothing but the addressee is filled in."""
    weights = printed.weights(text.words)
    if weights is None or text.is_cut:
        return b""
    told = np.append(weights, 0.0) + np.insert(weights, 0, 0.0)
    telling = (told > 0) & ~np.array(text.addressed)
    return shingle_signature("".join(run) for is_telling, run in _runs(text.words, telling) if is_telling)


def _runs(words: Sequence[str], telling: Any) -> Iterator[tuple[bool, list[str]]]:
    for is_telling, run in groupby(zip(telling.tolist(), words, strict=True), key=itemgetter(0)):
        yield is_telling, [word for _, word in run]


class _Signed:
    """Texts that stand for their groups, by which likeness to them is estimated: of all words, and of what is filled in."""

    def __init__(self) -> None:
        self._all, self._by_filled, self._without = Buckets(), Buckets(), Buckets()
        self._ids: list[str] = []
        self._whole: Any = np.zeros((1024, PERMUTATIONS), dtype=np.uint32)
        self._filled: Any = np.zeros((1024, PERMUTATIONS), dtype=np.uint32)
        self._marks: Any = np.zeros((1024, 2), dtype=bool)
        self._kinds: Any = np.zeros(1024, dtype=np.intp)

    def add(self, text: _SignedText) -> None:
        """Put one in."""
        row = len(self._ids)
        if row == len(self._whole):
            arrays = (self._whole, self._filled, self._marks, self._kinds)
            self._whole, self._filled, self._marks, self._kinds = (np.concatenate([each, np.zeros_like(each)]) for each in arrays)
        self._ids.append(text.id)
        self._whole[row] = _values(text.whole)
        self._marks[row] = text.is_scan, bool(text.filled)
        self._kinds[row] = text.kind
        if text.filled:
            self._filled[row] = _values(text.filled)
            self._by_filled.add(row, text.filled)
        else:
            self._without.add(row, text.whole)
        self._all.add(row, text.whole)

    def near(self, text: _SignedText) -> list[str]:
        """Return the ids of those that are likely to be near, the likest first, and of equals the earlier."""
        if text.filled and not text.is_scan:
            met = self._by_filled.met_by(text.filled) | self._without.met_by(text.whole)
        else:
            met = self._all.met_by(text.whole) | (self._by_filled.met_by(text.filled) if text.filled else set())
        rows = np.fromiter(sorted(met), dtype=np.intp)
        if text.kind:
            rows = rows[self._kinds[rows] != text.kind]
        if not len(rows):
            return []
        scans, are_filled = self._marks[rows, 0] | text.is_scan, self._marks[rows, 1] & bool(text.filled)
        whole = _shares(self._whole[rows], text.whole)
        filled = np.where(are_filled, _shares(self._filled[rows], text.filled) if text.filled else 0.0, whole)
        least = np.where(are_filled, np.where(scans, _FILLED_SCANNED, _FILLED), np.where(scans, _WHOLE_SCANNED, _WHOLE))
        enough = (filled >= least) & (whole >= np.where(scans, _WHOLE_SCANNED, _WHOLE))
        order = np.argsort(-(filled + np.where(scans, whole, 0.0))[enough], kind="stable")
        return [self._ids[row] for row in rows[enough][order][: _MOST_COMPARED[text.is_scan]]]


def _values(signature: bytes) -> Any:
    return np.frombuffer(signature, dtype="<u4")


def _shares(matrix: Any, signature: bytes) -> Any:
    return (matrix == _values(signature)).mean(axis=1)


@dataclass(slots=True)
class _Pile:
    """The texts that stand for their groups, as far as they were met."""

    read: ReadTexts
    printed: PrintedWords
    found: list[NearPair] = field(default_factory=list)
    signed: _Signed = field(default_factory=_Signed)
    at_hand: Any = None

    def __post_init__(self) -> None:
        self.at_hand = lru_cache(maxsize=_AT_HAND)(self._text)

    def place(self, signed: _SignedText) -> None:
        """Put a text to the one that it is a copy of, or else to those that stand for themselves."""
        for other in self.signed.near(signed):
            (text, weights), (of, of_weights) = self.at_hand(signed.id), self.at_hand(other)
            if share := near_share(of, text, of_weights, weights):
                self.found.append(NearPair(signed.id, other, share))
                return
        self.signed.add(signed)

    def _text(self, id: str) -> tuple[ComparedText, list[float] | None]:
        ((_, text),) = self.read([id])
        weights = self.printed.weights(text.words)
        return text, None if weights is None else np.where(text.addressed[:-1], 0.0, weights).tolist()
