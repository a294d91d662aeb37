"""What may be the papers that a letter says it encloses: those that lie behind it in the pile, with what speaks for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.domain.document import Page
from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.domain.letters.said import Said
from kashf.language.words.tokens import folded_words
from kashf.services.case.open import OpenCase
from kashf.services.letters.asked_letter import nth_of
from kashf.services.letters.kept_answers import kept_answer
from kashf.services.letters.list_letters import LetterQuery, ListedLetter, list_letters


class EnclosedSign(StrEnum):
    """What speaks for a paper, or against it."""

    NEXT = "next"
    NEAR = "near"
    SAME_WORDS = "same-words"
    NAMES_LETTER = "names-letter"
    NO_HEAD = "no-head"
    OWN_LETTER = "own-letter"


#: What each sign is worth; set by judgement, not fitted. A paper is told of from `_ENOUGH` on: to lie behind a letter is not enough.
_WORTH: Final = {
    EnclosedSign.NEXT: 1.0,
    EnclosedSign.NEAR: 0.4,
    EnclosedSign.SAME_WORDS: 2.0,
    EnclosedSign.NAMES_LETTER: 2.0,
    EnclosedSign.NO_HEAD: 0.6,
    EnclosedSign.OWN_LETTER: -1.0,
}
_ENOUGH: Final = 1.5
#: Papers behind a letter that are looked at.
_BEHIND: Final = 3
#: Code points of a paper that are compared: what a paper is, it says at its head.
_HEAD: Final = 1500
#: Letters of the shortest word that is compared.
_SHORTEST: Final = 3
_DIGITS: Final = re.compile(r"(\d+)")
#: A folder or archive, and by whom it came.
_Pile = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PerhapsEnclosed:
    """A paper that may be what a letter encloses.

    Args:
        id: The document, or one of several letters in it.
        path: Where it was seen first.
        score: What its signs are worth together, from 1.5 on.
        signs: What speaks for it and against it.
        words: Words of the enclosure that stand at its head.
    """

    id: str
    path: str
    score: float
    signs: tuple[EnclosedSign, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EnclosedPaper:
    """What a letter says it encloses.

    Args:
        said: As it says.
        perhaps: The papers that may be it, the likeliest first; () where none is in the pile as far as can be seen.
    """

    said: Said
    perhaps: tuple[PerhapsEnclosed, ...]


@dataclass(frozen=True, slots=True)
class _Behind:
    id: str
    path: str
    distance: int
    head: str
    has_head: bool


def enclosed_papers(case: OpenCase, listed: ListedLetter) -> tuple[EnclosedPaper, ...]:
    """Return what a letter says it encloses, with what may be it; of sealed papers what is shown alone is compared.

    Args:
        case: Which case.
        listed: Which letter.
    """
    enclosures = listed.letter.enclosures
    if not enclosures:
        return ()
    behind = list(_behind(case, listed))
    number = listed.letter.number.normal if listed.letter.number else ""
    return tuple(EnclosedPaper(said, _perhaps(said, behind, number)) for said in enclosures)


def all_enclosed(case: OpenCase, letters: Iterable[ListedLetter]) -> dict[str, tuple[EnclosedPaper, ...]]:
    """Return what each of some letters says it encloses, by letter; without those that enclose nothing."""
    return {each.id: enclosed_papers(case, each) for each in letters if each.letter.enclosures}


def _perhaps(said: Said, behind: Sequence[_Behind], number: str) -> tuple[PerhapsEnclosed, ...]:
    found = [_judged(said, each, number) for each in behind]
    return tuple(sorted((each for each in found if each.score >= _ENOUGH), key=lambda each: (-each.score, each.path, each.id)))


def _judged(said: Said, paper: _Behind, number: str) -> PerhapsEnclosed:
    wanted = dict.fromkeys(word for word in folded_words(said.text) if len(word) >= _SHORTEST)
    there = frozenset(folded_words(paper.head))
    same = tuple(word for word in wanted if word in there)
    names_letter = len(number) > 1 and number in there
    signs = [
        EnclosedSign.NEXT if paper.distance == 1 else EnclosedSign.NEAR,
        *([EnclosedSign.SAME_WORDS] if same else []),
        *([EnclosedSign.NAMES_LETTER] if names_letter else []),
        EnclosedSign.OWN_LETTER if paper.has_head else EnclosedSign.NO_HEAD,
    ]
    share = len(same) / len(wanted) if wanted else 0.0
    score = sum(_WORTH[sign] * (share if sign is EnclosedSign.SAME_WORDS else 1.0) for sign in signs)
    return PerhapsEnclosed(paper.id, paper.path, round(score, 2), tuple(signs), same)


def _behind(case: OpenCase, listed: ListedLetter) -> Iterator[_Behind]:
    """Yield what lies behind a letter: the letters behind it in its document, then the documents behind that in its folder or archive."""
    nth = listed.letter.part.nth if listed.letter.part else 0
    later = [each for each in _letters_of(case, listed.document) if each.letter.part and each.letter.part.nth > nth > 0]
    for distance, each in enumerate(later[:_BEHIND], start=1):
        part = each.letter.part
        page = next((page for page in case.shown.pages(each.document) if part and page.number == part.page), None)
        head = page.text[part.start : part.start + _HEAD] if page and part else ""
        yield _Behind(each.id, each.path, distance, head, has_head=bool(each.letter.addressees))
    if later or not listed.path:
        return
    folder = kept_answer(case, "folders of the pile", lambda: _folders(case)).get(_pile_of(case, listed), ())
    paths = [path for path, _ in folder]
    at = paths.index(listed.path) + 1 if listed.path in paths else len(paths)
    for distance, (path, document) in enumerate(folder[at : at + _BEHIND], start=1):
        has_head = any(each.letter.addressees for each in _letters_of(case, document))
        yield _Behind(document, path, distance, _head(case.shown.pages(document)), has_head)


def _letters_of(case: OpenCase, document: DocumentId) -> Sequence[ListedLetter]:
    return kept_answer(case, "letters by document", lambda: _by_document(case)).get(document, ())


def _by_document(case: OpenCase) -> Mapping[DocumentId, Sequence[ListedLetter]]:
    found: dict[DocumentId, list[ListedLetter]] = {}
    for each in sorted(list_letters(case, LetterQuery(scope=Scope.ALL), limit=None).letters, key=nth_of):
        found.setdefault(each.document, []).append(each)
    return found


def _head(pages: Sequence[Page]) -> str:
    return next((page.text[:_HEAD] for page in pages if page.is_sure), "")


def _folders(case: OpenCase) -> dict[_Pile, tuple[tuple[str, DocumentId], ...]]:
    """Return the documents of each folder or archive that came by one way, in the order of their names, numbers in them by size."""
    found: dict[_Pile, list[tuple[str, DocumentId]]] = {}
    documents = list(case.view.page_counts())
    channels = case.view.channels(documents)
    for document, paths in case.view.places(documents).items():
        for path in paths[:1]:
            found.setdefault((_folder(path), channels.get(document, ())), []).append((path, document))
    return {folder: tuple(sorted(papers, key=lambda paper: _by_name(paper[0]))) for folder, papers in found.items()}


def _pile_of(case: OpenCase, listed: ListedLetter) -> _Pile:
    return _folder(listed.path), case.view.channels([listed.document]).get(listed.document, ())


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _by_name(path: str) -> tuple[tuple[bool, int, str], ...]:
    return tuple((part.isdecimal(), int(part[:18]) if part.isdecimal() else 0, part) for part in _DIGITS.split(path) if part)
