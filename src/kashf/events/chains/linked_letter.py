"""A letter as it is compared with others: what it shows of its offices, numbers, days, papers cited, and what it is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from kashf.domain.date import FuzzyDate
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Instruction, SpeechAct
from kashf.domain.letters.letter import AddresseeKind, CitedPaper, Letter
from kashf.domain.letters.said import Said
from kashf.events.chains.link_kinds import LinkKind, is_said, link_kinds, moved
from kashf.events.chains.operation_names import bare_subject, operation_key, operation_names
from kashf.events.chains.wording.body_words import PageTexts, folded_tokens, numbers_in, paper_of, plain_words, words_of
from kashf.events.chains.wording.known_offices import KnownOffices
from kashf.events.chains.wording.said_posts import OF_POSTS, post_said
from kashf.language.person_names.titles import person_key
from kashf.language.words.stemming import stem

#: Which offices a head or a name may mean, by one word for each; none where it names none.
WhichOffices = Callable[[Sequence[str]], frozenset[str]]

#: Days within which a letter that shows no date is taken to have been noted as received, or approved.
_DAYS_ON_THE_WAY: Final = 10
_CODE_OF_KIND: Final = "cited-kind:"


class Facet(StrEnum):
    """What letters may share."""

    OPERATION = "operation"
    NUMBER = "number"
    SENDER = "sender"
    ADDRESSEE = "addressee"
    #: A class of offices or people that is addressed: whoever answers may be of it.
    ADDRESSED_CLASS = "addressed-class"
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
        may: What it may do to an earlier one, the likeliest first; () where it is of those that follow none.
        is_sure: Whether it says by itself that it follows another.
        shows: What it shows of each facet, by compared values, each where it stands first.
        cited: What it cites.
        named: What may be numbers of other papers in its words and is in no citation that was read, by compared form.
        pages: What is written on it, as far as it is shown; () where that is not known.
        written: Its date of writing; None where none can be read.
        about: Days about which it was written: those of its date, or shortly before another hand put its own; None where nothing tells.
    """

    documents: tuple[DocumentId, ...]
    letter: Letter
    act: SpeechAct | None
    may: tuple[LinkKind, ...]
    is_sure: bool
    shows: Mapping[Facet, Mapping[str, Said | None]]
    cited: tuple[CitedAs, ...] = ()
    named: Mapping[str, Said] = field(default_factory=dict)
    pages: PageTexts = ()
    written: FuzzyDate | None = None
    about: tuple[dt.date, dt.date] | None = None

    @property
    def document(self) -> DocumentId:
        """The one that stands for it."""
        return self.documents[0]

    @property
    def follows(self) -> LinkKind | None:
        """What it says that it does to an earlier one; None where it does not say that it follows any."""
        return self.may[0] if self.is_sure and self.may else None


def linked_letters(
    letters: Iterable[tuple[DocumentId, Letter]],
    *,
    leaders: Mapping[DocumentId, DocumentId],
    which: WhichOffices,
    texts: Mapping[DocumentId, PageTexts] = MappingProxyType({}),
) -> tuple[LinkedLetter, ...]:
    """Return letters as they are compared, by document, copies folded into one.

    Args:
        letters: All of a pile.
        leaders: For copies of one letter the one that stands for them all; a twin that says something else is none.
        which: Tells offices apart.
        texts: What is written on them; of letters without it the words of their acts alone are compared.
    """
    groups: dict[DocumentId, list[tuple[DocumentId, Letter]]] = {}
    for document, letter in sorted(letters, key=lambda each: each[0]):
        groups.setdefault(leaders.get(document, document), []).append((document, letter))
    named = {document: operation_names(letter) for group in groups.values() for document, letter in group}
    known = {name for names in named.values() for name in names}
    writing = KnownOffices(office.text for group in groups.values() for _, letter in group if (office := _last_office(letter)))
    known_of = _PileWide(named, known, which, writing)
    return tuple(sorted((_linked(group, known_of, texts) for group in groups.values()), key=lambda each: each.document))


@dataclass(frozen=True, slots=True)
class _PileWide:
    """What is known of a whole pile.

    Args:
        names: Code names that letters write behind a word for them, by letter.
        all_names: All of them.
        which: Tells offices apart by their whole heads.
        writing: Tells them by their own names alone.
    """

    names: Mapping[DocumentId, Mapping[str, Said]]
    all_names: set[str]
    which: WhichOffices
    writing: KnownOffices


def _linked(group: Sequence[tuple[DocumentId, Letter]], known: _PileWide, texts: Mapping[DocumentId, PageTexts]) -> LinkedLetter:
    document, letter = max(group, key=lambda each: (_fullness(each[1]), each[0]))
    shows: dict[Facet, dict[str, Said | None]] = {facet: {} for facet in Facet}
    for id, each in sorted(group, key=lambda each: each[0] != document):
        for facet, value, said in _shown(each, known.names[id], known):
            shows[facet].setdefault(value, said)
    pages = texts.get(document, ())
    shows[Facet.WORD].update(_words(letter, shows[Facet.OPERATION], pages))
    cited = _cited(letter, known)
    named = {
        number: said
        for number, said in numbers_in(paper_of(document), pages).items()
        if number not in shows[Facet.NUMBER] and not any(number in each.numbers for each in cited)
    }
    act, is_quoting, is_answering = letter.speech_act, any(each.is_quoted for each in cited), any(each.is_answered for each in cited)
    may = link_kinds(act, is_quoting=is_quoting, is_answering=is_answering, is_citing=bool(cited or named))
    if LinkKind.PAIRS_WITH in may and (len(letter.acts) > 1 or {each.kind for each in letter.acts} != {"appoint"}):
        may = ()  # the one who goes and the one who comes are both in this paper
    return LinkedLetter(
        documents=(document, *(each for each, _ in group if each != document)),
        letter=letter,
        act=act,
        may=may,
        is_sure=is_said(act, is_quoting=is_quoting, is_answering=is_answering),
        shows=shows,
        cited=cited,
        named=named,
        pages=pages,
        written=letter.written.date if letter.written and letter.written.date.is_known else None,
        about=_about(letter),
    )


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


def _shown(letter: Letter, names: Mapping[str, Said], known: _PileWide) -> Iterator[tuple[Facet, str, Said | None]]:
    named = dict(names)
    if (bare := bare_subject(letter)) and (key := operation_key(bare.text)) in known.all_names:
        named.setdefault(key, bare)
    for name, said in named.items():
        yield Facet.OPERATION, name, said
    for number in (letter.number, *letter.other_numbers):
        for value in (number.normal, *number.aliases) if number else ():
            yield Facet.NUMBER, value, number.said if number else None
    yield from _offices_shown(letter, known)
    if letter.speech_act:
        yield Facet.ACT, letter.speech_act.value, letter.title
    if letter.speech_act is SpeechAct.APPOINTMENT and {act.kind for act in letter.acts} & OF_POSTS == {"dismiss"}:
        yield Facet.ACT, SpeechAct.DISMISSAL.value, letter.title
    for act in letter.acts:
        yield from _of_act(act)


def _offices_shown(letter: Letter, known: _PileWide) -> Iterator[tuple[Facet, str, Said | None]]:
    office = _last_office(letter)
    lines = [each.text for each in letter.offices] or ([office.text] if office else [])
    for key in sorted({*known.which(lines), *known.writing.writing(lines[-1])}) if lines else ():
        yield Facet.SENDER, key, office
    for addressee in letter.addressees:
        text, is_class = addressee.said.text, addressee.kind is AddresseeKind.CLASS
        named = known.writing.named_in(text)
        if not is_class or named:
            for key in sorted({*known.which([text]), *named}):
                yield Facet.ADDRESSEE, key, addressee.said
        if is_class:
            yield Facet.ADDRESSED_CLASS, plain_words(text), addressee.said


def _last_office(letter: Letter) -> Said | None:
    return letter.offices[-1] if letter.offices else letter.signatory.office if letter.signatory else None


def _of_act(act: Instruction) -> Iterator[tuple[Facet, str, Said | None]]:
    if act.kind != "other":
        yield Facet.DEED, act.kind, act.said
    for thing in act.things:
        for word in folded_tokens(thing.thing) if thing.amount else ():
            yield Facet.THING, f"{thing.amount} {stem(word)}", thing.said
    for place in (act.origin, act.goal, act.place):
        if place:
            yield Facet.PLACE, plain_words(place.text), place
    for person in act.people:
        if key := person_key(person.text):
            yield Facet.PERSON, key, person
    if post := post_said(act):
        yield Facet.POST, post, act.post or act.said


def _words(letter: Letter, names: Iterable[str], pages: PageTexts) -> dict[str, None]:
    """Return the stems of what a letter is about, but for what is compared by itself."""
    signed = letter.signatory
    apart = {
        word
        for act in letter.acts
        for said in (*(each.said for each in act.things), act.origin, act.goal, act.place, *(() if act.kind in OF_POSTS else act.people))
        if said
        for word in folded_tokens(said.text)
    }
    heads = (*letter.offices, *(each.said for each in letter.addressees), *((signed.name, signed.post, signed.office) if signed else ()))
    apart.update(word for said in heads if said for word in folded_tokens(said.text))
    apart.update(word for name in names for word in folded_tokens(name))
    told = (*(act.said for act in letter.acts), *((letter.subject,) if letter.subject else ()), *letter.enclosures)
    return dict.fromkeys(words_of([text for _, text in pages] or [said.text for said in told], apart))


def _cited(letter: Letter, known: _PileWide) -> tuple[CitedAs, ...]:
    quoted = [place for place, each in enumerate(letter.cited) if each.is_quoted]
    return tuple(_as_cited(each, known, is_last=bool(quoted) and place == quoted[-1]) for place, each in enumerate(letter.cited))


def _as_cited(paper: CitedPaper, known: _PileWide, *, is_last: bool) -> CitedAs:
    code = paper.kind.rule.removeprefix(_CODE_OF_KIND) if paper.kind else "letter"
    return CitedAs(
        said=paper.said,
        numbers=frozenset((paper.number.normal, *paper.number.aliases)) if paper.number else frozenset(),
        authors=known.which([paper.author.text]) | known.writing.named_in(paper.author.text) if paper.author else frozenset(),
        date=paper.date.date if paper.date and paper.date.date.is_known else None,
        acts=frozenset() if code == "letter" else frozenset({code}),
        is_answered=paper.is_answered,
        is_quoted=paper.is_quoted,
        is_last_quoted=is_last,
    )
