"""Compare names that are given, not those of a case: pairs from a table, and one list against another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import BinaryIO, Final

from kashf.domain.reasons import Reasons
from kashf.entities.comparing.batch_prefilter import most_alike
from kashf.entities.comparing.compare import MAYBE, SAME, Block, PartScore, Prepared, Verdict, compare, prepare, reasons_of, score, verdict
from kashf.errors import UsageError
from kashf.language.tables import column_headings
from kashf.language.words.folding import fold
from kashf.language.words.headed_tables import headings

__all__ = ["MAYBE", "SAME", "ComparedPair", "Matches", "NameMatch", "compare_pairs", "match_names", "read_names", "read_pairs"]

#: Bytes of one line; a longer one is no row of a list of names.
_LONGEST_LINE: Final = 1 << 16
#: Names of a list that one name is compared with in full, for each hit that is wanted and at least; many more share a word with it.
_COMPARED_PER_HIT: Final = 5
_MOST_COMPARED: Final = 100
_PAIR: Final = 2
_HEADINGS: Final = headings(column_headings.PERSONS) | headings(column_headings.OF_PAIRS)
#: Joined files have it on any line.
_BYTE_ORDER_MARK: Final = "\ufeff"
#: Names of a list whose words are compared before that: a list may have thousands that share a word with a name.
_MOST_SIFTED: Final = 5000


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """Two names and how alike they are.

    Args:
        a: The one, as given.
        b: The other.
        verdict: "same", "asked" (a person has to decide) or "other", as the score says.
        score: In [0..1].
        parts: What each part says.
        warning: What may mislead; empty when nothing does.
        doubts: Why they are asked about though they are alike; empty when nothing speaks against it.
    """

    a: str
    b: str
    verdict: Verdict
    score: float
    parts: tuple[PartScore, ...]
    warning: Reasons
    doubts: Reasons


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name of a list that may be the one asked for.

    Args:
        name: As it stands in the list.
        line: Where, from 1.
        score: In [0..1].
        why: What each part says.
        warning: What may mislead; empty when nothing does.
    """

    name: str
    line: int
    score: float
    why: Reasons
    warning: Reasons


@dataclass(frozen=True, slots=True)
class Matches:
    """What a list has for one name.

    Args:
        query: The name, as given.
        hits: The best first; equal scores in the order of the list.
    """

    query: str
    hits: tuple[NameMatch, ...]


def compare_pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[ComparedPair]:
    """Yield how alike the two names of each pair are, in order."""
    for left, right in pairs:
        found = compare(prepare(left), prepare(right))
        yield ComparedPair(left, right, verdict(found.score), found.score, found.parts, found.warning, found.doubts)


def match_names(queries: Iterable[str], names: Sequence[tuple[int, str]], *, top: int, least: float = MAYBE) -> Iterator[Matches]:
    """Yield for each name its best matches in a list; one without any has no hits.

    A name is compared in full with at most 100 names of the list (five times ``top`` if that is more): those whose words are most alike.

    Args:
        queries: The names.
        names: The list, each with its line.
        top: How many hits at most.
        least: Score that a hit has at least, 0..1.
    """
    lines: dict[str, list[int]] = {}
    for line, name in names:
        lines.setdefault(name, []).append(line)
    known = [prepare(name) for name in lines]
    block = Block(known)
    for query in queries:
        yield Matches(query, tuple(_hits(prepare(query), known, block, lines, top=top, least=least)))


def read_pairs(untrusted_lines: BinaryIO, *, name: str, passed_over: Callable[[int], None]) -> Iterator[tuple[str, str]]:
    r"""Yield the pairs in the first two columns of a table that is divided by tabs; empty lines and a line of headings are passed over.

    Args:
        untrusted_lines: The table, in UTF-8.
        name: What it is called in messages.
        passed_over: Told the number of each line that has one column only, which is no pair.

    Raises:
        UsageError: A line is not UTF-8, or too long; it names the line.

    Example:
        >>> import io
        >>> list(read_pairs(io.BytesIO(b"name_a\tname_b\tkind\nOmar\t\xd8\xb9\xd9\x85\xd8\xb1\tx\n"), name="pairs", passed_over=print))
        [('Omar', 'عمر')]
    """
    is_first = True
    for line, text in read_names(untrusted_lines, name=name):
        columns = [column.strip() for column in text.split("\t")]
        if len(columns) < _PAIR:
            passed_over(line)
        elif not (is_first and all(map(_is_heading, columns[:_PAIR]))):
            yield columns[0], columns[1]
        is_first = False


def read_names(untrusted_lines: BinaryIO, *, name: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a list that are not empty, each with its number from 1.

    Args:
        untrusted_lines: The list, in UTF-8.
        name: What it is called in messages.

    Raises:
        UsageError: A line is not UTF-8 or too long; it names the line.
    """
    for line in count(1):
        untrusted_line = untrusted_lines.readline(_LONGEST_LINE + 1)
        if not untrusted_line:
            return
        if len(untrusted_line) > _LONGEST_LINE:
            raise UsageError(f"{name}, line {line}: longer than {_LONGEST_LINE:,} bytes; this is no list of names")
        try:
            text = untrusted_line.decode("utf-8").lstrip(_BYTE_ORDER_MARK).strip(" \r\n")
        except UnicodeDecodeError as error:
            raise UsageError(f"{name}, line {line}: not UTF-8; save the file as UTF-8 first") from error
        if text.strip():
            yield line, text


def _is_heading(cell: str) -> bool:
    return fold(cell).replace("_", " ").strip() in _HEADINGS


def _hits(
    query: Prepared, known: Sequence[Prepared], block: Block, lines: dict[str, list[int]], *, top: int, least: float
) -> Iterator[NameMatch]:
    given = list(lines)
    sifted = block.candidates(query, most=max(_MOST_SIFTED, _COMPARED_PER_HIT * top))
    likeliest = most_alike(query, known, sifted, most=max(_MOST_COMPARED, _COMPARED_PER_HIT * top))
    scored = ((score(query, known[place]), place) for place in likeliest)
    good = sorted(((found, place) for found, place in scored if found >= least), key=lambda hit: (-hit[0], hit[1]))[:top]
    several = sorted((-found, line, place) for found, place in good for line in lines[given[place]])
    for _, line, place in several[:top]:
        compared = compare(query, known[place])
        yield NameMatch(given[place], line, compared.score, reasons_of(compared), compared.warning)
