"""Shows a sentence card: its words, what the case knows of each piece of evidence, where it is weakest, what is still to be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kashf.domain.cards.card_entries import Bearing, CardEntry, CardState, CardStrip, CardWords, Knows, PutEvidence, card_words
from kashf.domain.cards.sentence_card import Hindered, Hindrance, SentenceCard
from kashf.domain.cards.weak_points import EvidenceFacts, WeakPoint, weak_points
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.pages.anchors import anchor
from kashf.domain.pages.quote import Quote
from kashf.errors import BrokenCustodyError
from kashf.evidence.hypotheses.card_board import card_board
from kashf.services.cards.ask_colleague import AskedOnCard, asked_on_cards
from kashf.services.cards.lint_card import CardFault, board_lead, card_faults
from kashf.services.cards.write_card import cards
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.contradictions.contradicted_papers import contradicted_papers
from kashf.services.judged_sources.source_record import WitnessStake, lower_bounds, passed_on_in, witness_stakes
from kashf.services.ledger.word_blobs import read_words
from kashf.services.letters.kept_letters import letters_of_documents

if TYPE_CHECKING:
    from kashf.domain.letters.letter import Letter
    from kashf.services.cards.road_working import RoadWorking

#: Code points of a whole line, from which on its words alone tell its place.
_LINE = 20


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """A piece of evidence as it is shown.

    Args:
        put: What was put on the card.
        said: What the person says, or what is concluded; of a paper a remark.
        quote: The words of the paper as they were when it was put there; None for people, conclusions, and a paper that was destroyed.
        at: Where they stand now; None where they are not found.
        path: Where the paper was seen first.
        facts: What the case knows of it; None of a conclusion.
        stake: Of a person: what they gain and how they could know; None where nobody wrote that down.
    """

    put: PutEvidence
    said: str
    quote: Quote | None
    at: Span | None
    path: str
    facts: EvidenceFacts | None
    stake: WitnessStake | None = None


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A card as it is shown.

    Args:
        card: The card.
        sentence: What somebody wants to say.
        earlier: How it was worded before, oldest first.
        evidence: What stands on it, oldest first.
        texts: What was typed beside explanations, checks and the settling, by entry.
        weak: Where it is weak, the worst first; never nothing.
        hindrances: What keeps whoever looks from clearing it.
        roads: Code names of those by whom what supports it came.
        working: What stands behind the number of reports and of roads.
        lead: The board's lead over own intelligence and opportunity, as it has to stand in the sentence; "" where there is none.
        faults: What no finding may say, in the sentence and in what is concluded.
        asked: What colleagues were asked about it, oldest first.
    """

    card: SentenceCard
    sentence: str
    earlier: tuple[str, ...]
    evidence: tuple[ShownEvidence, ...]
    texts: Mapping[EntryId, Mapping[str, str]]
    weak: tuple[WeakPoint, ...]
    hindrances: tuple[Hindered, ...]
    roads: tuple[str, ...]
    working: RoadWorking
    lead: str = ""
    faults: tuple[CardFault, ...] = ()
    asked: tuple[AskedOnCard, ...] = ()

    @property
    def witnesses(self) -> int:
        """How many papers and people count that support it: copies and circles once, opinions and what begins nowhere never."""
        return len(self.working.found.counted)

    @property
    def road_count(self) -> int:
        """By how many roads these came that share nobody."""
        return len(self.working.found.roads)

    def of(self, strip: CardStrip) -> tuple[ShownEvidence, ...]:
        """Return what one strip of the card shows."""
        return tuple(each for each in self.evidence if each.put.strip is strip)


def show_cards(case: OpenCase, *, reader: str) -> tuple[ShownCard, ...]:
    """Return the cards of a case, oldest first.

    Args:
        case: Which case.
        reader: Id of the person who looks; "" for nobody of the case.
    """
    every = cards(case).values()
    known = _what_is_known(case, every, reader)
    return tuple(_shown(case, card, known, reader=reader) for card in every)


def open_sentences(case: OpenCase) -> tuple[tuple[EntryId, str], ...]:
    """Return the cards that are open with what they are to say, the last begun first."""
    standing = [card for card in cards(case).values() if card.state is CardState.OPEN]
    return tuple((card.id, _words(case, card.wordings[-1]).texts.get("sentence", "")) for card in reversed(standing))


def show_card(case: OpenCase, card: SentenceCard, *, reader: str) -> ShownCard:
    """Return one card with its words.

    Args:
        case: Which case.
        card: As `find_card` gives it.
        reader: Id of the person who looks; "" for nobody of the case.

    Raises:
        BrokenCustodyError: Words of a wording are missing or altered.
    """
    return _shown(case, card, _what_is_known(case, [card], reader), reader=reader)


@dataclass(frozen=True, slots=True)
class _KnownOfCase:
    """What the case knows, asked once for all: lower bounds, whose sources have it from, papers contradicted, stakes, questions."""

    lower: Mapping[str, float]
    parents: Mapping[str, tuple[str, ...]]
    contradicted: Mapping[DocumentId, bool]
    stakes: Mapping[str, WitnessStake]
    asked: Mapping[EntryId, tuple[AskedOnCard, ...]]


def _what_is_known(case: OpenCase, every: Iterable[SentenceCard], reader: str) -> _KnownOfCase:
    shown = list(every)
    asked = asked_on_cards(case, [card.id for card in shown], reader=reader)
    put = [each for card in shown for each in card.evidence]
    return _KnownOfCase(lower_bounds(case), passed_on_in(case), _contradicted(case, put), witness_stakes(case), asked)


def _contradicted(case: OpenCase, put: Iterable[PutEvidence]) -> Mapping[DocumentId, bool]:
    return contradicted_papers(case) if any(each.strip is CardStrip.PAPER for each in put) else {}


def _shown(case: OpenCase, card: SentenceCard, known: _KnownOfCase, *, reader: str) -> ShownCard:
    from kashf.services.cards.road_working import road_working  # networkx takes 0.3 s to import.

    wordings = [_words(case, each).texts.get("sentence", "") for each in card.wordings]
    told = _evidence(case, card.evidence, known.contradicted)
    evidence = tuple(replace(each, stake=known.stakes.get(each.put.witness)) for each in told)
    facts = {each.put.signed.id: each.facts for each in evidence if each.facts}
    settled: tuple[CardEntry, ...] = (card.settled,) if card.settled else ()
    texts = {each.signed.id: _words(case, each).texts for each in (*card.explanations.values(), *card.checks.values(), *settled)}
    texts |= {each.signed.id: _words_left(case, each).texts for each in (*card.cells, *card.genuine)}
    support = [(each.put, each.facts) for each in evidence if each.put.bearing is Bearing.SUPPORTS and each.facts and each.facts.stands]
    if len(facts) > len([each for each in facts.values() if each.stands]):
        card = replace(card, changed_since=True)  # what was cleared rests on what is not there any more
    lead = board_lead(card_board(wordings[-1], card, facts))
    faults = _faults(wordings[-1], evidence, lead)
    return ShownCard(
        card,
        wordings[-1],
        tuple(wordings[:-1]),
        evidence,
        texts,
        weak_points(card, facts),
        tuple(dict.fromkeys((*card.hindrances(reader), *_hindered(support, faults)))),
        tuple(sorted({road for _, facts in support for road in facts.roads})),
        road_working(support, cites=_cites(case, support), parents=known.parents, lower=known.lower),
        lead,
        faults,
        known.asked.get(card.id, ()),
    )


def _hindered(support: Sequence[tuple[PutEvidence, EvidenceFacts]], faults: Sequence[CardFault]) -> Iterator[Hindered]:
    if not any(put.knows is not Knows.EXPERT for put, _ in support):
        yield Hindered(Hindrance.NOTHING_SUPPORTS)
    if faults:
        yield Hindered(Hindrance.WORDING)


def evidence_facts(case: OpenCase, put: Sequence[PutEvidence]) -> Mapping[EntryId, EvidenceFacts]:
    """Return what the case knows of papers and people that were put on a card, by entry."""
    return {each.put.signed.id: each.facts for each in _evidence(case, put, _contradicted(case, put)) if each.facts}


def _faults(sentence: str, evidence: Sequence[ShownEvidence], lead: str) -> tuple[CardFault, ...]:
    conclusions = {each.put.signed.id: each.said for each in evidence if each.put.strip is CardStrip.CONCLUDED}
    sources = [text for each in evidence if each.facts for text in (each.said, each.quote.text if each.quote else "")]
    return card_faults(sentence, conclusions, sources, lead)


def _cites(case: OpenCase, support: Sequence[tuple[PutEvidence, EvidenceFacts]]) -> frozenset[tuple[str, str]]:
    """Return which papers that support a card cite which of the others."""
    from kashf.services.cards.road_working import cited_among

    papers = {DocumentId(put.document): facts.witness for put, facts in support if put.document}
    if len(set(papers.values())) < 2:
        return frozenset()
    letters: dict[str, list[Letter]] = {}
    for paper, read in letters_of_documents(case.view, sorted(papers)).items():
        letters.setdefault(papers[paper], []).extend(read)
    return cited_among(letters)


def _evidence(case: OpenCase, put: Sequence[PutEvidence], contradicted: Mapping[DocumentId, bool]) -> tuple[ShownEvidence, ...]:
    papers = [DocumentId(each.document) for each in put if each.document]
    leaders, channels, aside = witnesses(case.view, papers), _channels(case, papers), frozenset(case.view.documents_aside())
    names = {record.id: record.name for record in case.view.records(sorted(set(papers)))}
    heard = {each.witness: each.heard_from for each in put if each.strip is CardStrip.PEOPLE}
    shown = []
    for each in put:
        words = _words_left(case, each)
        at = _where(case, words.quote)
        paper = DocumentId(each.document)
        facts = None
        if each.strip is CardStrip.PAPER:
            leader = leaders.get(paper, paper)
            stands = at is not None and paper not in aside
            facts = EvidenceFacts(leader, channels.get(paper, ()), stands=stands, is_contradicted=leader in contradicted)
        elif each.strip is CardStrip.PEOPLE:
            facts = EvidenceFacts(each.witness, (_origin(each.witness, heard),))
        shown.append(ShownEvidence(each, words.texts.get("said", ""), words.quote, at, names.get(paper, ""), facts))
    return tuple(shown)


def _channels(case: OpenCase, papers: Iterable[DocumentId]) -> Mapping[DocumentId, tuple[str, ...]]:
    return case.view.channels(sorted(set(papers)))


def _origin(witness: str, heard: Mapping[str, str]) -> str:
    """Return the code name at which what a person says begins; of people who have it from one another in a circle, the first by name."""
    seen = [witness]
    while (told := heard.get(seen[-1], "")) and told not in seen:
        seen.append(told)
    return min(seen[seen.index(told) :]) if told in seen else seen[-1]


def _where(case: OpenCase, quoted: Quote | None) -> Span | None:
    return None if quoted is None else anchor(quoted, case.shown.page(quoted.document, quoted.page), alone=_LINE)


def _words(case: OpenCase, entry: CardEntry) -> CardWords:
    return card_words(read_words(case.blobs, entry.words))


def _words_left(case: OpenCase, entry: CardEntry) -> CardWords:
    """Return the words of an entry; none where they were destroyed with the paper they are of."""
    try:
        return _words(case, entry)
    except BrokenCustodyError as error:
        if error.found == "missing":
            return CardWords()
        raise
