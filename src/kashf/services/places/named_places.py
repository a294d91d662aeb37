"""Where papers of a case name places: in their acts, and wherever a name of a place was found."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from kashf.domain.acts.act import Act
from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.document import Span
from kashf.domain.entity import MentionType
from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.domain.pages.masked import BLOCK
from kashf.events.acts.acts_of_letter import acts_of_letter
from kashf.events.places.place_lookup import Gazetteer
from kashf.events.places.said_place import PlaceSort, SaidPlace, said_place
from kashf.events.places.widened import widened
from kashf.language.words.spans import SpanSet
from kashf.ports.stages import LETTERS, NAMES
from kashf.services.case.collections import narrow
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.letters.each_once import letters_once
from kashf.services.letters.list_letters import ListedLetter

#: Documents whose pages are read at a time.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class NamedThere:
    """A place that a paper names.

    Args:
        span: Where.
        said: What it says.
        role: "from", "to" or "at" in an act, "named" elsewhere.
        act: Kind of the act; "" elsewhere.
        date: On which days the act may lie, else those on which the paper may have been written.
    """

    span: Span
    said: SaidPlace
    role: str
    act: str = ""
    date: FuzzyDate = UNDATED


@dataclass(frozen=True, slots=True)
class PlacesPaper:
    """A document with the places it names.

    Args:
        document: Which.
        office: The body that issues it, as it is written; "" where none is told.
        places: What it names, by page and place.
    """

    document: DocumentId
    office: str
    places: tuple[NamedThere, ...]


@dataclass(slots=True)
class Papers:
    """The papers of a case that name places, and what is left out.

    Args:
        papers: By document.
        copies: Documents left out, as copies of others.
        sealed: Places left out, as they are sealed.
        of_offices: Names of places left out, as they stand in names of offices and of those who act or are written to.
        waiting: Documents in which no names were looked for yet.
        elsewhere: Documents in other collections.
        set_aside: Documents set aside.
    """

    papers: list[PlacesPaper] = field(default_factory=list)
    copies: int = 0
    sealed: int = 0
    of_offices: int = 0
    waiting: int = 0
    elsewhere: int = 0
    set_aside: int = 0


def papers_with_places(case: OpenCase, gazetteer: Gazetteer, *, scope: Scope = Scope.LEAK) -> Papers:
    """Return the papers of a case that name places; copies of one paper are one.

    Args:
        case: Which case.
        gazetteer: From and to where an act goes may be people as well: what no gazetteer knows and no word of kind stands beside is none.
        scope: Of which collection.
    """
    with case.view.snapshot():
        narrowed = narrow(case, scope)
        view = narrowed.case.view
        counted = view.page_counts()
        once = letters_once(case, scope)[1].letters
        letters = _by_document(once)
        asked = _each_once(witnesses(case.view, counted), letters)
        totals = case.view.totals()
        found = Papers(copies=len(counted) - len(asked), waiting=case.view.count_waiting(NAMES, LETTERS), set_aside=totals.set_aside)
        found.elsewhere = sum(narrowed.elsewhere(lambda other: len(other.view.page_counts())).values())
        named = {
            document: [each.span for each in some]
            for document, some in groupby(view.mentions_among(asked, {MentionType.PLACE}), key=lambda each: each.document)
        }
        wanted = [document for document in asked if document in named or document in letters]
        for first in range(0, len(wanted), _AT_ONCE):
            some = wanted[first : first + _AT_ONCE]
            texts = _texts(narrowed.case, some)
            for document in some:
                sheet = _NamedOn(document, letters.get(document, Letter()), named.get(document, []), texts.get(document, {}))
                if places := tuple(sheet.places(gazetteer, found)):
                    found.papers.append(PlacesPaper(document, sheet.office, places))
    return found


def _each_once(whose: Mapping[DocumentId, DocumentId], letters: Container[DocumentId]) -> Sequence[DocumentId]:
    """Return of copies those with a letter that stands for itself, or else one: `whose` names for each the one that stands for all."""
    groups: dict[DocumentId, list[DocumentId]] = {}
    for document, witness in sorted(whose.items(), key=lambda each: (each[0] != each[1], each[0])):
        groups.setdefault(witness, []).append(document)
    return sorted(document for group in groups.values() for document in [each for each in group if each in letters] or group[:1])


def _by_document(letters: Iterable[ListedLetter]) -> Mapping[DocumentId, Letter]:
    """Return the letter of each document; of several in one the first, with what all of them tell."""
    found: dict[DocumentId, Letter] = {}
    for each in letters:
        there = found.get(each.document)
        found[each.document] = replace(there, acts=(*there.acts, *each.letter.acts)) if there else each.letter
    return found


def _texts(case: OpenCase, documents: Sequence[DocumentId]) -> Mapping[DocumentId, Mapping[int, str]]:
    """Return the texts of pages as lists show them: what is sealed is hidden."""
    found: dict[DocumentId, dict[int, str]] = {}
    shown = case.shown
    sealed = {document for document, _ in shown.sealed_in(documents)}
    for document, page, text in case.view.page_texts([each for each in documents if each not in sealed]):
        found.setdefault(document, {})[page] = text
    for document in sorted(sealed):
        found[document] = {page.number: page.text for page in shown.pages(document)}
    return found


@dataclass(frozen=True, slots=True)
class _NamedOn:
    """What is known of a document: the letter on it, where names of places were found, and the texts of its pages."""

    document: DocumentId
    letter: Letter
    named: Sequence[Span]
    texts: Mapping[int, str]

    @property
    def office(self) -> str:
        """The body that issues it, as it is written."""
        return self.letter.offices[-1].text if self.letter.offices else ""

    def places(self, gazetteer: Gazetteer, left_out: Papers) -> Iterator[NamedThere]:
        """Yield the places that are named, by page and place, and count those that are left out."""
        taken: dict[int, SpanSet] = {}
        found: list[NamedThere] = []
        for act in acts_of_letter(self.document, self.letter):
            for role, words in (("from", act.start), ("to", act.goal), ("at", act.place)):
                place = self._of_act(act, role, words.span, gazetteer) if words and words.span else None
                if place and taken.setdefault(place.span.page, SpanSet()).add(place.span.start, place.span.end):
                    found.append(place)
        offices = tuple(self._names_of_offices())
        written = self.letter.written.date if self.letter.written else UNDATED
        for span in self.named:
            text = self.texts.get(span.page, "")
            if BLOCK in text[span.start : span.end]:
                left_out.sealed += 1
            elif any(_overlap(span, each) for each in offices):
                left_out.of_offices += 1
            elif taken.setdefault(span.page, SpanSet()).add(span.start, span.end) and (said := _said(text, span)):
                found.append(NamedThere(span, said, "named", date=written))
        yield from sorted(found, key=lambda each: (each.span.page, each.span.start))

    def _of_act(self, act: Act, role: str, span: Span, gazetteer: Gazetteer) -> NamedThere | None:
        """Return from, to or where an act is, if that is a place: from and to may be people, and "there" may be anything."""
        text = self.texts.get(span.page, "")
        said = _said(text, span)
        if BLOCK in text[span.start : span.end] or said is None:
            return None
        is_known = any(gazetteer.named(each.name) for each in said.readings)
        is_place = is_known or said.sort is not PlaceSort.UNSAID or any(_overlap(span, each) for each in self.named)
        return NamedThere(span, said, role, act.kind, act.when.date) if is_place else None

    def _names_of_offices(self) -> Iterator[Span]:
        """Yield where offices and people of the head and foot are named: a province in the name of an office is no place of an act."""
        letter = self.letter
        yield from (each.span for each in letter.offices)
        yield from (each.said.span for some in (letter.addressees, letter.copies) for each in some)
        yield from (each.author.span for each in letter.cited if each.author)
        signed = letter.signatory
        yield from (each.span for each in (letter.sender, letter.stamp) if each)
        yield from (each.span for each in ((signed.name, signed.post, signed.office) if signed else ()) if each)


def _overlap(left: Span, right: Span) -> bool:
    return left.page == right.page and left.start < right.end and right.start < left.end


def _said(text: str, span: Span) -> SaidPlace | None:
    said = said_place(widened(text, span.start, span.end)) if text else None
    return said if said and said.readings else None
