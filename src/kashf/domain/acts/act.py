"""One act: what was ordered, told of or done, by whom, to whom, with what, and on which days that may have been."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force, Quantity


class ActOrigin(StrEnum):
    """What tells of an act: a paper of the case, or a catalogue that was brought from outside."""

    CORPUS = "corpus"
    #: A row of a register that somebody kept, of a paper that is not here or of a delivery; no letter.
    REGISTER = "register"
    #: A witness, in a document of what was told; no letter of an office.
    TESTIMONY = "testimony"
    CATALOGUE = "catalogue"


class ActBasis(StrEnum):
    """What of a document is the act."""

    #: A clause that orders, forbids, asks for or tells of something.
    CLAUSE = "clause"
    #: The paper itself, by being written; of papers in which no clause tells of an act.
    PAPER = "paper"
    #: What somebody else put on the paper: a note of receipt, an approval.
    HAND = "hand"
    #: A row of a catalogue, or of a register.
    ROW = "row"


class Sight(StrEnum):
    """How a witness knows what he tells."""

    #: He says that he saw it, or was there.
    OWN = "own"
    #: He says that others told him.
    HEARD = "heard"
    UNTOLD = "untold"


class WhoRule(StrEnum):
    """Why somebody is taken for the one who acts."""

    NAMED = "named"
    #: The clause names nobody, so that those are meant to whom the paper goes.
    ADDRESSEE = "addressee"
    #: The one who writes.
    WRITER = "writer"
    UNKNOWN = "unknown"


class DayRule(StrEnum):
    """Why an act lies on the days on which it lies."""

    #: The day of the act is named.
    NAMED = "named"
    #: It is done by writing the paper.
    WRITING = "writing"
    #: The order of another paper, which is cited with its day.
    CITED = "cited"
    #: Told of as over, so that it is no later than the paper.
    BEFORE_WRITING = "before-writing"
    #: Told of as still to come, so that it is no earlier than the paper.
    AFTER_WRITING = "after-writing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ActWords:
    """Words by which something is named.

    Args:
        text: As they are written.
        span: Where they stand; None in a row of a catalogue.
    """

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ActDay:
    """On which days an act may have been, and why.

    Args:
        date: The days; open where only one side is known, UNDATED where neither is.
        rule: Why.
    """

    date: FuzzyDate = UNDATED
    rule: DayRule = DayRule.UNKNOWN


@dataclass(frozen=True, slots=True)
class DueDay:
    """Until when an act is to be done.

    Args:
        said: As it is written.
        rule: By what it is reckoned, as in `ByWhen`.
        days: How many days, where the rule counts them.
        date: On which days that may end, as far as a known date of the paper bounds it; UNDATED for what stays a rule.
    """

    said: ActWords
    rule: str
    days: int | None = None
    date: FuzzyDate = UNDATED


@dataclass(frozen=True, slots=True)
class Act:
    """What one clause, paper or row tells of; None, () and UNDATED where it does not say.

    Args:
        document: Whose words tell of it, or the bytes of the catalogue.
        nth: Which act of the document it is, from 0.
        origin: Of the case, or from outside.
        basis: What of the document it is.
        kind: What is done, by its code in the tables, or as the catalogue calls it.
        said: The words that tell of it.
        score: How surely they were taken for it, in [0..1].
        force: Ordered, forbidden, told to be done; None for a paper, a hand and a row.
        office: Which office writes, or orders what is quoted, as it is written.
        office_id: Which one that is among those of the case; "" where it cannot be told.
        who: Who acts, or is to.
        who_rule: Why they are taken for that.
        whom: To whom, or against whom.
        author: Whose order it is, where the paper passes on another's.
        things: What with.
        start: From where or whom.
        goal: To where or whom.
        place: Where.
        written: On which days the paper may have been written.
        when: On which days the act may lie.
        due: Until when it is to be done.
        source: The witness who tells of it, in a document of what a witness told.
        sight: How he knows; UNTOLD where he does not say, and where no witness tells.
    """

    document: DocumentId
    nth: int
    origin: ActOrigin
    basis: ActBasis
    kind: str
    said: ActWords
    score: float = 1.0
    force: Force | None = None
    office: ActWords | None = None
    office_id: str = ""
    who: tuple[ActWords, ...] = ()
    who_rule: WhoRule = WhoRule.UNKNOWN
    whom: tuple[ActWords, ...] = ()
    author: ActWords | None = None
    things: tuple[Quantity, ...] = ()
    start: ActWords | None = None
    goal: ActWords | None = None
    place: ActWords | None = None
    written: FuzzyDate = UNDATED
    when: ActDay = ActDay()
    due: DueDay | None = None
    source: ActWords | None = None
    sight: Sight = Sight.UNTOLD

    @property
    def id(self) -> str:
        """What it is called: its document and its place in it."""
        return f"{self.document}.{self.nth}"

    @property
    def is_dated(self) -> bool:
        """Whether anything bounds its days."""
        return self.when.date.is_known
