"""Who and what is named: mentions stand on pages; which of them are one person, group or place is judged, by scores and by people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NewType, Self

from kashf.domain.document import Span
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.pages.quote import Quote

#: Folded words of a name joined by single spaces, particles written onto its first word left out: names that fold alike are one string.
NameKey = NewType("NameKey", str)

#: What stands behind the key of a name that several bear, where nobody said yet which of them a place names. No name has it in its key.
_WHOSE: Final = " ?"


def unassigned_key(key: NameKey) -> NameKey:
    """Return what places of a name are counted under that came after people said that several bear it.

    >>> unassigned_key(NameKey("omar wardi")), is_unassigned(NameKey("omar wardi ?"))
    ('omar wardi ?', True)
    """
    return key if is_unassigned(key) else NameKey(key + _WHOSE)


def is_unassigned(key: NameKey) -> bool:
    """Return whether places under a key wait for somebody to say whom they name."""
    return key.endswith(_WHOSE)


#: What a mention says beside its words; never changed once it is made.
Value = Mapping[str, Json]
NO_VALUE: Final[Value] = MappingProxyType({})


def unchanging(value: Mapping[str, Json]) -> Value:
    """Return a value as one that cannot be changed, down to the lists and objects in it.

    >>> unchanging({"candidates": [{"country": "SY"}]})["candidates"]
    (mappingproxy({'country': 'SY'}),)
    """
    return MappingProxyType({name: _unchanging(part) for name, part in value.items()})


def _unchanging(part: Json) -> Json:
    if type(part) in _PLAIN:  # Most are; whether something is a mapping takes long to ask.
        return part
    if isinstance(part, Mapping):
        return unchanging(part)
    if isinstance(part, Sequence) and not isinstance(part, str):
        return tuple(map(_unchanging, part))
    return part


_PLAIN: Final = frozenset({str, int, bool, type(None)})


@dataclass(frozen=True, slots=True)
class Traits:
    """What is done with mentions of one type.

    Args:
        is_resolved: Whether its names are compared and joined, since one of these may be written in many ways.
        is_made_of_names: Whether a name may hold other names, which are then parts of it: the brigade named after a city, US dollars.
        has_titles: Whether titles stand before its names and are no part of them.
        is_identifying: Whether it tells people of one name apart.
        schemata: What lists of others call it, in small letters; FollowTheMoney's schemata among them.
    """

    is_resolved: bool = False
    is_made_of_names: bool = False
    has_titles: bool = False
    is_identifying: bool = False
    schemata: tuple[str, ...] = ()


class MentionType(StrEnum):
    """What is named. A type is one row here, in the order in which types are listed, and its words under `kind` in both wordings."""

    traits: Traits

    def __new__(cls, code: str, traits: Traits = Traits()) -> Self:
        """Make a type of its code and traits."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.traits = traits
        return member

    PERSON = "PER", Traits(is_resolved=True, is_made_of_names=True, has_titles=True, schemata=("person", "per"))
    GROUP = (
        "ORG",
        Traits(
            is_resolved=True,
            is_made_of_names=True,
            schemata=("organization", "organisation", "company", "legalentity", "publicbody", "group", "org"),
        ),
    )
    PLACE = "LOC", Traits(is_resolved=True, is_made_of_names=True, schemata=("address", "place", "loc"))
    ROLE = "ROLE"
    CODE_NAME = "CODE", Traits(is_made_of_names=True)
    GOODS = "GOODS"
    MONEY = "MONEY", Traits(is_made_of_names=True)
    QUANTITY = "QUANTITY", Traits(is_made_of_names=True)
    PHONE = "PHONE", Traits(is_identifying=True)
    EMAIL = "EMAIL", Traits(is_made_of_names=True, is_identifying=True)
    IBAN = "IBAN", Traits(is_made_of_names=True, is_identifying=True)
    PLATE = "PLATE", Traits(is_made_of_names=True, is_identifying=True)
    COORDINATES = "COORDINATES"
    NUMBER = "NUMBER", Traits(is_made_of_names=True, is_identifying=True)


#: Whose names are compared and joined.
RESOLVED = frozenset(type for type in MentionType if type.traits.is_resolved)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names somebody or something.

    Args:
        start: First code point.
        end: One past the last.
        text: What stands there.
        type: What is named.
        source: What found it and how: "gazetteer:<table>", "rules:<rule>" or "model:<name>@<hash>".
        score: In (0..1]; how sure that is.
        value: What it says beside its words, as far as whatever found it knows: a sum with its currency, the digits of a telephone number.
            For JSON; numbers are exact decimals in text; empty where nothing is known. What each type has is said in
            docs/reference/case-format.md.
    """

    start: int
    end: int
    text: str
    type: MentionType
    source: str
    score: float
    value: Value = field(default_factory=lambda: NO_VALUE, hash=False)


@dataclass(frozen=True, slots=True)
class PlacedMention:
    """A mention with the page it stands on.

    Args:
        document: Whose page it is.
        page: Number, from 1.
        key: The name it is counted under.
        mention: The place, in code points of the page's text.
    """

    document: DocumentId
    page: int
    key: NameKey
    mention: Mention

    @property
    def span(self) -> Span:
        """The place, as it is cited."""
        return Span(self.document, self.page, self.mention.start, self.mention.end)


class Verdict(StrEnum):
    """What a person says about two names, or about a place and a name; that a term is no name is said of it and itself."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    NOT_A_NAME = "not-a-name"


@dataclass(frozen=True, slots=True)
class Reassignment:
    """That a place was taken from one name and given to another.

    Args:
        origin: The name it was counted under when that was decided.
        label: What a person calls the new bearer, where the name it was given to was made for him: another man of that name. "" where
            the place was given to a name that stands in the case.
    """

    origin: NameKey
    label: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decided about two names, or about one place and a name. A later one of theirs about the same pair stands for it.

    Args:
        type: What both name.
        left: A name, or the place in question.
        right: The other name, or the name that the place may be.
        verdict: Same, different or unsure.
        why: In the person's own words; may be empty.
        who: The actor of its ledger entry.
        when: The time of its ledger entry.
        id: Its ledger entry, by which it can be undone.
        quote: The place in question with the words around it, on the reading it was decided on; None for names, and for entries of
            the first format that nobody has read anew.
        person: Id of that person of the case; "" when no person of the case signed it.
        reassigned: Where the place was taken from, on the "same" of a place that was given to another name.
    """

    type: MentionType
    left: NameKey | Span
    right: NameKey
    verdict: Verdict
    why: str
    who: str
    when: dt.datetime
    id: EntryId
    quote: Quote | None = None
    person: str = ""
    reassigned: Reassignment | None = None

    def body(self) -> Mapping[str, Json]:
        """Return the body of its ledger entry of kind "judged"."""
        left: Json
        if isinstance(self.left, str):
            left = self.left
        elif self.quote:
            left = self.quote.as_json()
        else:
            left = {"document": self.left.document, "page": self.left.page, "start": self.left.start, "end": self.left.end}
        return {"left": left, "right": self.right, "type": self.type.value, "verdict": self.verdict.value, "why": self.why}
