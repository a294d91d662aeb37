"""Count a name: mentions, the documents they stand in, those documents without copies, and what a person has to decide.

A mention is a maximal, non-overlapping place that has every part of the name. A part of it that may stand for the whole (the nisba alone)
is undecided and no mention, until a person says that it is the name; nor is a place one that a person says is somebody else. A document is
distinct bytes, so a file received twice counts once; copies of a text in other bytes count once again under `without_copies`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection as AbstractCollection
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from kashf.domain.document import Page, Span
from kashf.domain.entity import Verdict
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.ids import DocumentId
from kashf.domain.left_out import LeftOut
from kashf.domain.reasons import Reasons
from kashf.language.person_names.finder import Level, NameQuery
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words
from kashf.search.passages import counted_places
from kashf.search.ways.name_spellings import WordList, readings

#: From this score on a full mention in another spelling is counted as certain. Among the tokens of wd_arabic_16 (CC0) a name has one false
#: spelling of this score among about 300,000 words; just below it, سلم ("handed over") is a spelling of Salim.
CERTAIN: Final = 0.96

_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where a name stands, or may stand.

    Args:
        document: Whose page it is.
        page: Number, from 1.
        start: First code point of the page's text.
        end: One past the last.
        text: What stands there.
        level: "exact" has every part as asked, "spelling" every part in another spelling or script, "partial" is undecided.
        score: In [0..1]; how sure the reading is.
        why: The reasons.
    """

    document: DocumentId
    page: int
    start: int
    end: int
    text: str
    level: Level
    score: float
    why: Reasons

    @property
    def span(self) -> Span:
        """The place, as it is cited and judged."""
        return Span(self.document, self.page, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Variant:
    """One way in which a name is written.

    Args:
        text: Its most frequent form in the documents; forms that fold alike are one variant.
        script: "arabic", "latin", "mixed" or "other".
        mentions: How many of the mentions are written so.
    """

    text: str
    script: str
    mentions: int


@dataclass(frozen=True, slots=True)
class Appearances:
    """How often a name appears.

    Args:
        name: As it was asked for.
        exact: Mentions that have every part as asked, after folding: the level that nobody can argue with.
        mentions: Places with every part of the name, in any spelling, and those that a person decided are his; without those that are not.
        documents: Distinct documents in which they stand.
        without_copies: The same with documents of the same and of nearly the same text counted once.
        interval: Least and most mentions: those of certain spelling, and all with the undecided. Bounds by definition and not a confidence
            interval; what the search itself missed is not in them.
        undecided: Places that may be the name, for a person to decide: the candidates.
        decided: Places about which a person has decided, either way.
        by_script: Mentions by script: "arabic", "latin", "mixed", "other".
        by_month: Mentions by the month that their documents give for themselves, "yyyy-mm", "" for none. Unproven.
        by_channel: Mentions by who passed their documents on; one that came by two channels counts under both.
        variants: How the mentions are written, the most frequent first.
        spans: The mentions, by document, page and place.
        undecided_spans: The undecided places in the same order.
        collection: What all this is of.
        elsewhere: Mentions in the other collections, by collection; those without any are left out.
        left_out: What was not looked through, and where a word of the name stands in it.
        is_looked_up: Whether it is nobody's name in the case, so that the mentions are what was found by looking through the texts.
    """

    name: str
    exact: int
    mentions: int
    documents: int
    without_copies: int
    interval: tuple[int, int]
    undecided: int
    decided: int
    by_script: Mapping[str, int]
    by_month: Mapping[str, int]
    by_channel: Mapping[str, int]
    variants: tuple[Variant, ...]
    spans: tuple[Appearance, ...]
    undecided_spans: tuple[Appearance, ...]
    collection: Scope = Scope.ALL
    elsewhere: Mapping[Collection, int] = field(default_factory=lambda: MappingProxyType({}))
    left_out: LeftOut = field(default_factory=LeftOut)
    is_looked_up: bool = False


def telling_words(query: NameQuery, words: WordList) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a case that may be the telling part of a name, and the same as they were before marks were taken off.

    Şimali is in the word list as "simali", but its page is read as "shimali".

    Args:
        query: The name.
        words: The case's word list.
    """
    telling = query.telling
    known = {word for some in words(sorted(query.required[telling])).values() for word in some}
    read = {word: {reading for reading in readings(Folded(word)) if query.accepts(telling, reading)} for word in known}
    return frozenset(word for word, accepted in read.items() if accepted), frozenset().union(*read.values())


def appearances_on(page: Page, document: DocumentId, *, query: NameQuery, vocabulary: AbstractCollection[str]) -> Iterator[Appearance]:
    """Yield where a name stands or may stand in what counts of a page, in order.

    Args:
        page: The page; its marks are passed over, and all of it when it was read too unsurely.
        document: Whose it is.
        query: The name.
        vocabulary: Folded words that may be the telling part.
    """
    for start, end in counted_places(page):
        for hit in query.find(page.text[start:end], vocabulary=vocabulary):
            yield Appearance(document, page.number, start + hit.start, start + hit.end, hit.text, hit.level, hit.score, hit.why)


def count(
    name: str,
    found: Iterable[Appearance],
    *,
    witnesses: Mapping[DocumentId, DocumentId] = MappingProxyType({}),
    judged: Mapping[Span, Verdict] = MappingProxyType({}),
    is_telling: bool = True,
) -> Appearances:
    """Return the counts of what was found.

    Args:
        name: As it was asked for.
        found: Every appearance in the case, each once.
        witnesses: For documents that have copies, the one that stands for it and them.
        judged: What people decided about single places: that they are the name, are not, or cannot be told.
        is_telling: Whether the name tells one man from another; of one that does not, only what people decided is certain.
    """
    every = sorted(found, key=lambda place: (place.document, place.page, place.start))
    verdicts = [judged.get(place.span) for place in every] if judged else [None] * len(every)
    told = [(place, verdict, is_mention(place, verdict)) for place, verdict in zip(every, verdicts, strict=True)]
    mentions = tuple(place for place, _, is_his in told if is_his)
    undecided = tuple(place for place, verdict, is_his in told if not is_his and verdict is not Verdict.DIFFERENT)
    documents = {place.document for place in mentions}
    certain = sum(
        verdict is Verdict.SAME or (is_telling and (place.level == "exact" or place.score >= CERTAIN))
        for place, verdict, is_his in told
        if is_his
    )
    variants = _variants(mentions)
    by_script: Counter[str] = Counter()
    for variant in variants:
        by_script[variant.script] += variant.mentions
    return Appearances(
        name=name,
        exact=sum(place.level == "exact" for place in mentions),
        mentions=len(mentions),
        documents=len(documents),
        without_copies=len({witnesses.get(document, document) for document in documents}),
        interval=(certain, len(mentions) + len(undecided)),
        undecided=len(undecided),
        decided=sum(verdict not in {None, Verdict.UNSURE} for verdict in verdicts),
        by_script=dict(by_script.most_common()),
        by_month={},
        by_channel={},
        variants=variants,
        spans=mentions,
        undecided_spans=undecided,
    )


def is_mention(place: Appearance, verdict: Verdict | None) -> bool:
    """Return whether a place is a mention: by what a person says, else by what stands there."""
    return verdict is Verdict.SAME or (verdict is None and place.level != "partial")


def _variants(mentions: Sequence[Appearance]) -> tuple[Variant, ...]:
    written: dict[str, Counter[str]] = {}
    for text, times in Counter(place.text for place in mentions).items():
        written.setdefault(" ".join(folded_words(text)), Counter())[_SPACES.sub(" ", text)] += times
    variants = [
        Variant(min(forms, key=lambda form: (-forms[form], form)), _script(folded), forms.total()) for folded, forms in written.items()
    ]
    return tuple(sorted(variants, key=lambda variant: (-variant.mentions, variant.text)))


def _script(text: str) -> str:
    is_arabic, is_latin = bool(_ARABIC.search(text)), bool(_LATIN.search(text))
    if is_arabic and is_latin:
        return "mixed"
    return "arabic" if is_arabic else "latin" if is_latin else "other"
