"""Labels that nothing parts from what is filled in, or that stand within a line: learned from how the lines of many documents begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, islice, pairwise
from statistics import pstdev
from typing import Final, Self

from kashf.domain.document import Origin, Page
from kashf.entities.forms.cells import FormCell, cells, inner_labels
from kashf.entities.forms.label_shapes import Label, Seen, Shape
from kashf.entities.forms.shape_clusters import gathered_clusters
from kashf.entities.forms.stacked_labels import bare_lines, stacked_labels
from kashf.language.person_names.vocabulary import FATHER, MOTHER, PARTICLES
from kashf.language.words.tokens import folded_words

#: Documents that must begin lines alike for their beginnings to be labels, and the lines of one that do.
_LEAST: Final = 5
_LEAST_LINES: Final = 5
#: Share of the lines of a form that begin as those of others do.
_LINES: Final = 0.4
#: Share of the documents with some words before which one more belongs to the label; on scans words are misread.
_GOES_ON: Final = 0.9
_GOES_ON_SCANNED: Final = 0.6
_LONGEST: Final = 12
#: Share of a cluster's documents that have a beginning, for it to be a label: alone, behind a number, before a further separator.
_HAVE: Final = {"=": 0.5, ">": 0.5, "#": 0.05, "<": 0.1}

#: How far the places of a label on its page, in [0..1], lie apart at most, as a standard deviation: what is filled in stands anywhere.
_ASTRAY: Final = 0.1

#: Share of a label's documents in which it is a whole cell, and of those that most say behind it, for that to be what people answer.
_WHOLE: Final = 0.9
_SAID: Final = 0.9

#: Words from the beginning of a cell, or of what stands before a separator from its end.
_Line = tuple[str, tuple[str, ...]]
#: The words of a line, its document, and its place on its page.
_Placed = tuple[tuple[str, ...], int, float]


def learned_labels(documents: Iterable[Sequence[Page]]) -> frozenset[str]:
    """Return the keys of labels that some documents use without anything that says so."""
    held = [_Beginnings.of(pages) for pages in documents]
    counts = Counter(chain.from_iterable({_first(line) for line, _ in each.lines} for each in held))
    by_shape: dict[Shape, list[_Beginnings]] = {}
    for each in held:
        shape = tuple(sorted(Label("", key) for key in {_first(line) for line, _ in each.lines} if counts[key] >= _LEAST))
        if len(shape) >= max(_LEAST_LINES, _LINES * len(each.lines)):
            by_shape.setdefault(shape, []).append(each)
    shapes = {shape: Seen(len(those)) for shape, those in by_shape.items()}
    found = set[str]()
    for cluster in gathered_clusters(shapes):
        those = [each for shape in cluster.shapes for each in by_shape.get(shape, ())]
        found.update(stacked_labels([each.bare for each in those]) or _without_answers(frozenset(_labels(those)), those))
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Beginnings:
    """How the lines of a document begin, each with its place on its page, in [0..1], and those that are nothing but words.

    `beside` has for each two cells of a row that are nothing but words what both say.
    """

    lines: tuple[tuple[_Line, float], ...]
    is_scanned: bool
    bare: tuple[str, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, pages: Sequence[Page]) -> Self:
        lines, beside = [], []
        for page in pages:
            found = cells(page.text)
            lines += [(line, at / len(found)) for at, cell in enumerate(found) for line in _of_cell(page.text, cell)]
            beside += [(_said(page.text, one), _said(page.text, other)) for one, other in pairwise(found) if _are_beside(one, other)]
        return cls(tuple(lines), any(page.origin is Origin.OCR for page in pages), bare_lines(pages), tuple(beside))


def _are_beside(one: FormCell, other: FormCell) -> bool:
    return one.line == other.line and not (one.is_parted or other.is_parted or other.number)


def _said(text: str, cell: FormCell) -> str:
    return " ".join(folded_words(text[cell.label : cell.end])[:_LONGEST])


def _first(line: _Line) -> str:
    kind, found = line
    return f"{kind} {found[0]}"


def _of_cell(text: str, cell: FormCell) -> Iterator[_Line]:
    """Yield the first words of a cell, and backwards those before each further separator in it."""
    found = folded_words(text[cell.label : cell.label_end])[:_LONGEST]
    if found:
        yield ("=" if cell.is_parted else "#" if cell.number else ">"), tuple(found)
    for before in inner_labels(text, cell):
        yield "<", tuple(reversed(before[-_LONGEST:]))


def _labels(documents: Sequence[_Beginnings]) -> Iterator[str]:
    """Yield the labels of documents that begin their lines alike, each as long as nearly all that begin so go on alike."""
    if len(documents) < _LEAST:
        return
    scanned = sum(each.is_scanned for each in documents) * 2 > len(documents)
    share = _GOES_ON_SCANNED if scanned else _GOES_ON
    lines = sorted((line, at, place) for at, each in enumerate(documents) for line, place in each.lines)
    grown = {
        kind: list(_grown([(words, at, place) for (_, words), at, place in some], 0, max(_LEAST, _HAVE[kind] * len(documents)), share))
        for kind, some in groupby(lines, key=lambda each: each[0][0])
    }
    kinds = "#<" if len(grown.get("#", ())) >= _LEAST_LINES else "#><"
    for kind in kinds:
        for found in grown.get(kind, ()):
            yield " ".join(reversed(found) if kind == "<" else _without_particle(found))


def _without_answers(found: frozenset[str], documents: Sequence[_Beginnings]) -> Iterator[str]:
    """Yield labels without those that are how answers begin: "Abu", in a cell behind a label that is a cell of its own.

    What stands behind a label differs from form to form: where it is always the same, the row is one of labels.
    """
    behind: dict[str, Counter[str]] = {}
    for each in documents:
        for one, other in each.beside:
            if one in found:
                behind.setdefault(one, Counter())[other] += 1
    begun = Counter(label for each in documents for (_, words), _ in each.lines for label in _begun(found, words))
    answered = {
        label: said for label, said in behind.items() if said.total() >= _WHOLE * begun[label] and max(said.values()) < _SAID * said.total()
    }
    answers = Counter[str]()
    for said in answered.values():
        for words, count in said.items():
            answers.update(dict.fromkeys(_begun(found, words.split()), count))
    yield from (label for label in found if answers[label] * 2 <= begun[label])


def _begun(found: frozenset[str], words: Sequence[str]) -> Iterator[str]:
    """Yield the longest of some labels with which words begin, if any does."""
    begun = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    yield from islice((each for each in begun if each in found), 1)


def _without_particle(found: tuple[str, ...]) -> tuple[str, ...]:
    """Return a label without the word with which nearly all names behind it begin: "Known as Abu"."""
    return found[:-1] if len(found) > 1 and PARTICLES.get(found[-1]) in {FATHER, MOTHER} else found


def _grown(lines: Sequence[_Placed], length: int, least: float, share: float) -> Iterator[tuple[str, ...]]:
    """Yield the beginnings of sorted lines that enough documents have and that are not one beginning with one word more."""
    own = len({at for _, at, _ in lines})
    longer = (list(some) for word, some in groupby(lines, key=lambda each: each[0][length : length + 1]) if word)
    grown = [some for some in longer if len({at for _, at, _ in some}) >= max(least, share * own if length else 0)]
    for some in grown:
        yield from _grown(some, length + 1, least, share)
    if length and not grown and pstdev(place for _, _, place in lines) <= _ASTRAY:
        yield lines[0][0][:length]
