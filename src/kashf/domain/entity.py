"""Who and what is named: mentions stand on pages; which of them are one person, group or place is judged, by scores and by people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NewType

from kashf.domain.document import Span
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.quote import Quote

#: Folded words of a name joined by single spaces, particles written onto its first word left out: names that fold alike are one string.
NameKey = NewType("NameKey", str)

#: What a mention says beside its words; never changed once it is made.
Value = Mapping[str, Json]
NO_VALUE: Final[Value] = MappingProxyType({})


class MentionType(StrEnum):
    """What is named."""

    PERSON = "PER"
    GROUP = "ORG"
    PLACE = "LOC"
    ROLE = "ROLE"
    CODE_NAME = "CODE"
    GOODS = "GOODS"
    MONEY = "MONEY"
    QUANTITY = "QUANTITY"
    PHONE = "PHONE"
    NUMBER = "NUMBER"


#: Whose names are compared and joined: one of these may be written in many ways.
RESOLVED = frozenset({MentionType.PERSON, MentionType.GROUP, MentionType.PLACE})


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


class Verdict(StrEnum):
    """What a person says about two names, or about a place and a name."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decided about two names, or about one place and a name. A later one about the same pair stands for the earlier.

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
