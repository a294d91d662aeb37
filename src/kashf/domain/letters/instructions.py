"""What letters do, and what they tell people to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kashf.domain.letters.said import PaperDate, Said


class SpeechAct(StrEnum):
    """What a paper does by being written."""

    ORDER = "order"
    CIRCULAR = "circular"
    DECREE = "decree"
    REGULATION = "regulation"
    APPOINTMENT = "appointment"
    DISMISSAL = "dismissal"
    PERMIT = "permit"
    CANCELLATION = "cancellation"
    REQUEST = "request"
    DEMAND = "demand"
    PETITION = "petition"
    RECOMMENDATION = "recommendation"
    REMINDER = "reminder"
    ANSWER = "answer"
    ACKNOWLEDGEMENT = "acknowledgement"
    REPORT = "report"
    PROGRESS = "progress"
    COMPLETION = "completion"
    NOTIFICATION = "notification"
    PROCLAMATION = "proclamation"
    MEMORANDUM = "memorandum"
    SUMMONS = "summons"
    THREAT = "threat"
    RECEIPT = "receipt"
    HANDOVER = "handover"
    LIST = "list"
    MINUTES = "minutes"
    TESTIMONY = "testimony"
    CERTIFICATE = "certificate"
    #: One sentence, all the matter in what is enclosed.
    COVERING = "covering"
    LETTER = "letter"


class Force(StrEnum):
    """What a paper does with one act."""

    ORDER = "order"
    REQUEST = "request"
    FORBID = "forbid"
    PERMIT = "permit"
    CANCEL = "cancel"
    REMIND = "remind"
    DONE = "done"
    NOT_DONE = "not-done"
    PLANNED = "planned"
    RECEIVED = "received"
    #: A question, a supposition, hearsay, or so many words that reverse it that it cannot be told which of the above it is.
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A thing and how much of it.

    Args:
        said: As it is written.
        thing: The thing alone.
        amount: How much, as written in western digits, a dot for decimals.
        unit: Of the amount; "" for pieces.
    """

    said: Said
    thing: str
    amount: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ByWhen:
    """When an act is to be done.

    Args:
        said: As it is written.
        rule: "date", or by what it is reckoned: within days of the letter, of its receipt or publication, at once, every week or month,
            after another act, a date that was set elsewhere.
        days: How many days, where the rule counts them.
        date: The day itself, where one is written.
    """

    said: Said
    rule: str
    days: int | None = None
    date: PaperDate | None = None


@dataclass(frozen=True, slots=True)
class Instruction:
    """One act that a paper tells of.

    Args:
        said: Its clause.
        kind: What is to be done, by its code in the tables; "other" where no word of theirs names it.
        force: Ordered, asked for, forbidden, permitted, or told to be done or not done.
        who: Who is to do it, may or may not; None where the addressee is meant.
        author: Whose order it is where this paper quotes one; None for the signer's own.
        things: What it is about, with amounts.
        origin: From where or whom.
        goal: To where or whom.
        place: Where.
        people: Persons whom it is done to.
        post: To or from which post.
        by_when: Until when.
        when: On which day it was done, or is said to be going to happen.
    """

    said: Said
    kind: str
    force: Force
    who: Said | None = None
    author: Said | None = None
    things: tuple[Quantity, ...] = ()
    origin: Said | None = None
    goal: Said | None = None
    place: Said | None = None
    people: tuple[Said, ...] = ()
    post: Said | None = None
    by_when: ByWhen | None = None
    when: PaperDate | None = None

    @property
    def is_forbidden(self) -> bool:
        """Whether it is not to be done."""
        return self.force is Force.FORBID
