"""Who signed: of the lines at the foot of a paper, which is a name, which a post, and which neither."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kashf.domain.letters.letter import Signatory
from kashf.events.letters.citations.addressed import is_office, is_post
from kashf.events.letters.head.line_kinds import LetterLine
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.events.letters.sheet_text import SheetText
from kashf.language.person_names.titles import is_kunya_head
from kashf.language.person_names.vocabulary import GIVEN_NAMES
from kashf.language.tables.letters.head_phrases import RANKS, SIGNED_BY, UNSIGNED
from kashf.language.tables.letters.structure import foot_words as words
from kashf.language.words.folding import Folded, fold

#: Words of a line that may be a name or a post; sentences have more.
_MOST_WORDS: Final = 8
_MOST_NAMES: Final = 6
#: What names have not.
_NO_NAME: Final = re.compile(r"[:؟?!«»\"\d]|[.,،؛]\s*\S+\s+\S+\s+\S+\s+\S+")
_PARTED: Final = re.compile(r"\s*/\s*|\s+[-–—]\s+|[،,]\s+|\s*:\s*|\s{3,}|\t")
#: A gap between two who sign side by side.
_COLUMNS: Final = re.compile(r"\S(?: {3,}|\t)\s*\S")
#: Letters of the plural that a guild is called after.
_GUILD: Final = 5
#: How sure it is: a post by its word, a name beside one, a name by its place alone, and a post by its place beside a name.
_POST, _NAME, _POST_PLACED = 0.9, 0.85, 0.6


@dataclass(frozen=True, slots=True)
class _FootPart:
    """A line at the foot, or what stands on one side of a stroke in it, and how much it looks like a name."""

    start: int
    end: int
    text: str
    is_post: bool
    name: int
    line: int


def signatory(sheet: SheetText, bare: Sequence[LetterLine]) -> Signatory | None:
    """Return who signed, of the bare lines below the sentences: a name, a post, in either order, and an office beside the post.

    Args:
        sheet: The paper.
        bare: Its lines below the sentences that no label and no other sense has.
    """
    parts = [part for nth, each in enumerate(bare) for part in _parts(each, nth)]
    posts = [each for each in parts if each.is_post]
    post = next((each for each in posts if not (_behalf().match(each.text) and len(posts) > 1)), None)
    names = [each for each in parts if not each.is_post and each.name > 0]
    name = max(names, key=lambda each: (each.name, -abs(each.line - post.line) if post else -each.line), default=None)
    said_name = sheet.said(name.start, name.end, "signature-name", _NAME) if name else None
    if post is None:
        post = _placed_post(parts, name) if name else None
        said_post = sheet.said(post.start, post.end, "signature-post-by-place", _POST_PLACED) if post else None
    else:
        said_post = sheet.said(post.start, post.end, "signature-post", _POST)
    beside = [each for each in parts if post and each.line == post.line and each not in (post, name) and each.start > post.start]
    said_office = sheet.said(beside[0].start, beside[0].end, "signature-office", _POST) if beside else None
    return Signatory(said_name, said_post, said_office) if said_name or said_post or said_office else None


def is_foot_post(folded: str) -> bool:
    """Return whether folded words name a post, as they stand under a name: "رئيس الدائرة", "Inspector of Police"."""
    behalf = _behalf().match(folded)
    rest = folded[behalf.end() :] if behalf else folded
    return is_post(folded) or _foot_post().match(rest) is not None or _foot_post_latin().search(folded) is not None


def _parts(each: LetterLine, nth: int) -> Iterator[_FootPart]:
    """Yield a line, or the sides of a stroke in it where one is a post or a rank; nothing of polite words and bare ranks."""
    line, text = each.line, each.line.folded
    if len(text.split()) > 2 * _MOST_WORDS:
        return
    if len(text.split()) > _MOST_WORDS and not is_foot_post(text):
        return
    label = _signed_by().match(text)
    start = label.end() if label else 0
    bounds = [start, *(place for found in _PARTED.finditer(text, start) for place in found.span()), len(text)]
    sides = [(bounds[at], bounds[at + 1]) for at in range(0, len(bounds), 2) if bounds[at] < bounds[at + 1]]
    if (
        len(sides) > 1
        and not _COLUMNS.search(text)
        and not any(is_foot_post(text[first:last]) or _no_name().fullmatch(text[first:last]) for first, last in sides)
    ):
        sides = [(start, len(text))]
    if len(sides) > 1 and _behalf().fullmatch(text[slice(*sides[0])]):
        sides = [(sides[0][0], sides[1][1]), *sides[2:]]
    for first, last in sides:
        side = text[first:last].strip(" ()[]")
        if not side or _no_name().fullmatch(side) or is_polite(side):
            continue
        at = text.index(side, first)
        cut = _ranked().match(side)
        if cut and _is_guild(side[cut.end() :]) and not side.startswith(words.ARTICLE):
            cut = None  # The head of a guild has the word for a rank.
        from_start = at + (cut.end() if cut and cut.end() < len(side) else 0)
        said = text[from_start : at + len(side)]
        post = is_foot_post(said) and not _is_name_for_sure(said)
        if post or not is_office(said) or len(sides) > 1:
            yield _FootPart(
                line.start + from_start, line.start + at + len(side), said, post, _likeness(said, is_titled=bool(cut or label)), nth
            )


def _likeness(text: str, *, is_titled: bool) -> int:
    """Return how much folded words look like a name; 0 where they cannot be one."""
    tokens = text.split()
    if not 1 <= len(tokens) <= _MOST_NAMES or _NO_NAME.search(text) or is_office(text) or not re.search(r"[^\W\d_]{2}", text):
        return 0
    given = sum(Folded(token.strip(".,()")) in GIVEN_NAMES for token in tokens)
    if len(tokens) == 1 and not given and not is_titled:
        return 0
    is_kunya = is_kunya_head(Folded(tokens[0])) and len(tokens) > 1
    return 1 + min(given, 2) + 2 * is_kunya + 2 * is_titled + (len(tokens) in {2, 3, 4})


def _is_guild(rest: str) -> bool:
    return len(rest.split()) == 1 and rest.startswith(words.ARTICLE) and len(rest) > _GUILD


def _is_name_for_sure(text: str) -> bool:
    tokens = text.split()
    return len(tokens) > 1 and is_kunya_head(Folded(tokens[0])) is True


def _placed_post(parts: Sequence[_FootPart], name: _FootPart) -> _FootPart | None:
    """Return the line right below or above a name that is likely its post: it has the article, or names an office."""
    near = sorted(
        (each for each in parts if each is not name and 0 < abs(each.line - name.line) <= 1), key=lambda each: name.line - each.line
    )
    return next((each for each in near if _is_post_like(each.text)), None)


def _is_post_like(text: str) -> bool:
    tokens = text.split()
    return (
        1 <= len(tokens) <= _MOST_WORDS
        and not _NO_NAME.search(text)
        and (tokens[0].startswith(words.ARTICLE) or (text.isascii() and words.OF in tokens[1:]) or is_office(" ".join(tokens[1:])))
    )


def is_polite(text: str) -> bool:
    """Return whether a folded line has words of politeness, which are no name and no office."""
    return any(token in _polite() for token in re.findall(r"[^\W\d_]+", text))


@lru_cache(maxsize=1)
def _polite() -> frozenset[str]:
    return frozenset(fold(each) for each in words.POLITE.split("|"))


@lru_cache(maxsize=1)
def _no_name() -> re.Pattern[str]:
    """Return what is no name where it stands alone: ranks, titles, and words in the place of a signature."""
    titles = any_of(words.NAME_TITLES)
    rank = rf"(?:{titles}{WORD_END}\s*)*{any_of(RANKS)}[ .،,/]*"
    return re.compile(rf"{rank}|[(\[]?{any_of(UNSIGNED)}[)\]]?[ .:]*|{titles}[ .،,:/]*")


@lru_cache(maxsize=1)
def _ranked() -> re.Pattern[str]:
    """Return what stands before a name: ranks, titles, or the word that it is signed."""
    return re.compile(rf"(?:\(?(?:{any_of(RANKS)}|{any_of(words.NAME_TITLES)}){WORD_END}[.)]{{0,2}}\s*[/:]?\s*)+(?=\S)")


@lru_cache(maxsize=1)
def _signed_by() -> re.Pattern[str]:
    return re.compile(rf"{any_of(SIGNED_BY)}\s*(?:[:/]\s*|$)")


@lru_cache(maxsize=1)
def _behalf() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.ON_BEHALF)}(?!\w)\s*[./]?\s*")


@lru_cache(maxsize=1)
def _foot_post() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words.FOOT_POSTS)}{WORD_END}")


@lru_cache(maxsize=1)
def _foot_post_latin() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(words.FOOT_POSTS_LATIN)}{WORD_END}")
