"""A letter as it is compared with others: what it shows of its offices, numbers, days, papers cited, and what it is about."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate, Relation
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Instruction, SpeechAct
from kashf.domain.letters.letter import AddresseeKind, CitedPaper, Letter
from kashf.domain.letters.said import Said
from kashf.events.chains.link_kinds import LinkKind, link_kind, moved
from kashf.events.chains.operation_names import bare_subject, operation_key, operation_names
from kashf.events.letters.phrases import WORD_END, any_of
from kashf.language.person_names.titles import person_key
from kashf.language.tables.letters.head_phrases import POSTS
from kashf.language.words.folding import Folded, fold
from kashf.language.words.stemming import stem

#: Which offices a head or a name may mean, by one word for each; none where it names none.
WhichOffices = Callable[[Sequence[str]], frozenset[str]]

#: Copies, and letters among copies, with which a further one is compared.
_HOMES: Final = 8
#: Days within which a letter that shows no date is taken to have been noted as received, or approved.
_DAYS_ON_THE_WAY: Final = 10
#: Letters of a shared word at the least, and words of one letter that are compared.
_SHORTEST: Final = 3
_MOST_WORDS: Final = 200
#: Acts in whose clauses a post stands beside the man, which two papers of one post share.
_OF_POSTS: Final = frozenset({"appoint", "dismiss"})
_CODE_OF_KIND: Final = "cited-kind:"


class Facet(StrEnum):
    """What letters may share."""

    OPERATION = "operation"
    NUMBER = "number"
    SENDER = "sender"
    ADDRESSEE = "addressee"
    ACT = "act"
    DEED = "deed"
    THING = "thing"
    PLACE = "place"
    PERSON = "person"
    POST = "post"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class CitedAs:
    """A paper as another cites it.

    Args:
        said: The reference.
        numbers: Its number and what that may be from the other end.
        authors: Which offices its author may be.
        date: Its date; None where none is given or none can be read.
        acts: What the word for it says that it does; () for a word that says nothing.
        is_answered: Whether the letter says that it answers it.
        is_quoted: Whether its words are passed on.
        is_last_quoted: Whether it is the nearest of those whose words came down.
    """

    said: Said
    numbers: frozenset[str]
    authors: frozenset[str]
    date: FuzzyDate | None
    acts: frozenset[str]
    is_answered: bool = False
    is_quoted: bool = False
    is_last_quoted: bool = False


@dataclass(frozen=True, slots=True)
class LinkedLetter:
    """A letter with all its copies, as it is compared.

    Args:
        documents: It and its copies, the one that stands for them first.
        letter: What that one says.
        act: What it does.
        follows: What it does to an earlier one.
        shows: What it shows of each facet, by compared values, each where it stands first.
        cited: What it cites.
        written: Its date of writing; None where none can be read.
        about: Days about which it was written: those of its date, or shortly before another hand put its own; None where nothing tells.
    """

    documents: tuple[DocumentId, ...]
    letter: Letter
    act: SpeechAct | None
    follows: LinkKind | None
    shows: Mapping[Facet, Mapping[str, Said | None]]
    cited: tuple[CitedAs, ...] = ()
    written: FuzzyDate | None = None
    about: tuple[dt.date, dt.date] | None = None

    @property
    def document(self) -> DocumentId:
        """The one that stands for it."""
        return self.documents[0]


def linked_letters(
    letters: Iterable[tuple[DocumentId, Letter]], *, leaders: Mapping[DocumentId, DocumentId], which: WhichOffices
) -> tuple[LinkedLetter, ...]:
    """Return letters as they are compared, by document, copies folded into one.

    Args:
        letters: All of a pile.
        leaders: For documents that are copies the one that stands for them all.
        which: Tells offices apart.
    """
    groups: dict[DocumentId, list[tuple[DocumentId, Letter]]] = {}
    for document, letter in sorted(letters, key=lambda each: each[0]):
        groups.setdefault(leaders.get(document, document), []).append((document, letter))
    alone = [group for same in groups.values() for group in _apart(same)]
    named = {document: operation_names(letter) for group in alone for document, letter in group}
    known = {name for names in named.values() for name in names}
    return tuple(sorted((_linked(group, _CodeNames(named, known), which) for group in alone), key=lambda each: each.document))


@dataclass(frozen=True, slots=True)
class _CodeNames:
    """Code names that letters write behind a word for them, by letter, and all of them."""

    of: Mapping[DocumentId, Mapping[str, Said]]
    all: set[str]


def _apart(same: Sequence[tuple[DocumentId, Letter]]) -> list[list[tuple[DocumentId, Letter]]]:
    """Return copies by which letter they are: a twin, which has another number or another day, is found as a copy, too."""
    homes: dict[str, list[list[tuple[DocumentId, Letter]]]] = {}
    for document, letter in same:
        own = min(_numbers(letter), default="")
        near = [*homes.get(own, ())[:_HOMES], *(homes.get("", ()) if own else ())][: 2 * _HOMES]
        home = next((each for each in near if all(_may_be_one(letter, other) for _, other in each[:_HOMES])), None)
        if home is None:
            homes.setdefault(own, []).append([(document, letter)])
        else:
            home.append((document, letter))
    return [home for some in homes.values() for home in some]


def _may_be_one(letter: Letter, other: Letter) -> bool:
    """Return whether two copies may be one letter: a twin has another number or another day."""
    if letter.number and other.number and not _numbers(letter) & _numbers(other):
        return False
    mine, theirs = (each.written.date if each.written else UNDATED for each in (letter, other))
    return mine.compare(theirs) is Relation.UNDECIDED


def _numbers(letter: Letter) -> set[str]:
    return {letter.number.normal, *letter.number.aliases} if letter.number else set()


def _linked(group: Sequence[tuple[DocumentId, Letter]], names: _CodeNames, which: WhichOffices) -> LinkedLetter:
    document, letter = max(group, key=lambda each: (_fullness(each[1]), each[0]))
    shows: dict[Facet, dict[str, Said | None]] = {facet: {} for facet in Facet}
    for id, each in sorted(group, key=lambda each: each[0] != document):
        for facet, value, said in _shown(each, names.of[id], names.all, which):
            shows[facet].setdefault(value, said)
    cited = _cited(letter, which)
    act = letter.speech_act
    return LinkedLetter(
        documents=(document, *(each for each, _ in group if each != document)),
        letter=letter,
        act=act,
        follows=_follows(letter, cited),
        shows=shows,
        cited=cited,
        written=letter.written.date if letter.written and letter.written.date.is_known else None,
        about=_about(letter),
    )


def _follows(letter: Letter, cited: Sequence[CitedAs]) -> LinkKind | None:
    kind = link_kind(
        letter.speech_act, is_quoting=any(each.is_quoted for each in cited), is_answering=any(each.is_answered for each in cited)
    )
    if kind is LinkKind.PAIRS_WITH and (len(letter.acts) > 1 or {each.kind for each in letter.acts} != {"appoint"}):
        return None  # the one who goes and the one who comes are both in this paper
    return kind


def _about(letter: Letter) -> tuple[dt.date, dt.date] | None:
    """Return between which days a letter was written, as far as it or the hands on it tell."""
    date = letter.written.date if letter.written else None
    if date and date.earliest and date.latest:
        return date.earliest, date.latest
    noted = [each.date.date.latest for each in letter.hands if each.date and each.date.date.earliest and each.date.date.latest]
    first = min(noted, default=None)
    return (moved(first, -_DAYS_ON_THE_WAY), first) if first and not (date and date.is_known) else None


def _fullness(letter: Letter) -> tuple[int, int, int]:
    """Return how much of what links letters one of several copies shows."""
    dated = letter.written is not None and letter.written.date.is_known
    return (letter.number is not None) + dated + bool(letter.addressees) + bool(letter.offices), len(letter.cited), len(letter.acts)


def _shown(letter: Letter, names: Mapping[str, Said], known: set[str], which: WhichOffices) -> Iterator[tuple[Facet, str, Said | None]]:
    named = dict(names)
    if (bare := bare_subject(letter)) and (key := operation_key(bare.text)) in known:
        named.setdefault(key, bare)
    for name, said in named.items():
        yield Facet.OPERATION, name, said
    for number in (letter.number, *letter.other_numbers):
        for value in (number.normal, *number.aliases) if number else ():
            yield Facet.NUMBER, value, number.said if number else None
    yield from _offices_shown(letter, which)
    if letter.speech_act:
        yield Facet.ACT, letter.speech_act.value, letter.title
    if letter.speech_act is SpeechAct.APPOINTMENT and {act.kind for act in letter.acts} & _OF_POSTS == {"dismiss"}:
        yield Facet.ACT, SpeechAct.DISMISSAL.value, letter.title
    for act in letter.acts:
        yield from _of_act(act)
    yield from _words(letter, named)


def _offices_shown(letter: Letter, which: WhichOffices) -> Iterator[tuple[Facet, str, Said | None]]:
    office = letter.offices[-1] if letter.offices else letter.signatory.office if letter.signatory else None
    lines = [each.text for each in letter.offices] or ([office.text] if office else [])
    for key in sorted(which(lines)) if lines else ():
        yield Facet.SENDER, key, office
    for addressee in letter.addressees:
        if addressee.kind is AddresseeKind.OFFICE:
            for key in sorted(which([addressee.said.text])):
                yield Facet.ADDRESSEE, key, addressee.said
        else:
            yield Facet.ADDRESSEE, f"{addressee.kind.value}:{_plain(addressee.said.text)}", addressee.said


def _of_act(act: Instruction) -> Iterator[tuple[Facet, str, Said | None]]:
    if act.kind != "other":
        yield Facet.DEED, act.kind, act.said
    for thing in act.things:
        for word in _tokens(thing.thing) if thing.amount else ():
            yield Facet.THING, f"{thing.amount} {stem(word)}", thing.said
    for place in (act.origin, act.goal, act.place):
        if place:
            yield Facet.PLACE, _plain(place.text), place
    for person in act.people:
        if key := person_key(person.text):
            yield Facet.PERSON, key, person
    if post := _post(act):
        yield Facet.POST, post, act.post or act.said


def _post(act: Instruction) -> str:
    """Return the post to which somebody is named or of which he is relieved, as it is compared: without its office behind a stroke."""
    if act.post:
        return _plain(act.post.text)
    if act.kind not in _OF_POSTS:
        return ""
    folded = fold(act.said.text)
    found = _post_words().search(folded)
    return _plain(re.split(r"[/،.\n(]", folded[found.start("post") :])[0]) if found else ""


@lru_cache(maxsize=1)
def _post_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:ب|ل)?(?P<post>{any_of(POSTS)}){WORD_END}")


def _words(letter: Letter, names: Iterable[str]) -> Iterator[tuple[Facet, str, Said | None]]:
    """Yield the stems of what a letter is about, but for what is compared by itself."""
    apart = Counter(
        word
        for act in letter.acts
        for said in (*(each.said for each in act.things), act.origin, act.goal, act.place, *(() if act.kind in _OF_POSTS else act.people))
        if said
        for word in _tokens(said.text)
    )
    apart.update(word for name in names for word in _tokens(name))
    left = _MOST_WORDS
    for said in (*(act.said for act in letter.acts), *((letter.subject,) if letter.subject else ()), *letter.enclosures):
        for word in _tokens(said.text):
            if left and word not in apart and len(word) >= _SHORTEST and not word.isdecimal():
                left -= 1
                yield Facet.WORD, stem(word), said


def _cited(letter: Letter, which: WhichOffices) -> tuple[CitedAs, ...]:
    quoted = [place for place, each in enumerate(letter.cited) if each.is_quoted]
    return tuple(_as_cited(each, which, is_last=bool(quoted) and place == quoted[-1]) for place, each in enumerate(letter.cited))


def _as_cited(paper: CitedPaper, which: WhichOffices, *, is_last: bool) -> CitedAs:
    code = paper.kind.rule.removeprefix(_CODE_OF_KIND) if paper.kind else "letter"
    return CitedAs(
        said=paper.said,
        numbers=frozenset((paper.number.normal, *paper.number.aliases)) if paper.number else frozenset(),
        authors=which([paper.author.text]) if paper.author else frozenset(),
        date=paper.date.date if paper.date and paper.date.date.is_known else None,
        acts=frozenset() if code == "letter" else frozenset({code}),
        is_answered=paper.is_answered,
        is_quoted=paper.is_quoted,
        is_last_quoted=is_last,
    )


def _tokens(text: str) -> list[Folded]:
    return [Folded(word) for word in re.findall(r"\w+", fold(text))]


def _plain(text: str) -> str:
    return " ".join(_tokens(text))
