"""A letter before it is worded: who writes what to whom about what, citing which."""

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple


class Party(NamedTuple):
    """Somebody or some place: `kind` is office, person, class, post (of an office), place or outsider."""

    kind: str
    key: str


class Rule(NamedTuple):
    """By when: a key of `Book.when` with its number, and the day it names or comes to, if any is."""

    key: str
    n: int = 0
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One instruction, or one thing done.

    Attributes:
        kind: Key of `Book.deeds`.
        force: order, forbid, permit, request, done, not_done, planned, cancel or remind.
        agent: Who is to do it, if that is said; else it is whoever is addressed.
        author: Of a quoted order, the office.
        items: Things with how many. `total` is a sum of money.
        origin, goal: From and to.
        day: When it was done or is to happen.
    """

    kind: str
    force: str
    agent: Party | None = None
    author: str = ""
    items: tuple[tuple[str, int], ...] = ()
    total: int = 0
    persons: tuple[str, ...] = ()
    post: tuple[str, str] | None = None
    place: str = ""
    origin: Party | None = None
    goal: Party | None = None
    topic: str = ""
    rule: Rule | None = None
    day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited paper: an id, or an outsider's with a number and a day.

    Attributes:
        left_out: Of "number", "date", "author".
        turned: The parts of its number stand in the opposite order.
        use: alone, per or answer; or quote.
        wrong_by: By how many days its date is given wrongly.
    """

    paper: str = ""
    outsider: int = -1
    number: str = ""
    day: dt.date | None = None
    left_out: frozenset[str] = frozenset()
    turned: bool = False
    use: str = "alone"
    wrong_by: int = 0


class Enclosed(NamedTuple):
    """What goes with a letter: a paper of the pile's world, or only words."""

    words: str
    paper: str = ""


class Link(NamedTuple):
    """Between two papers: `source` does something to `target`, the older one unless it is a pair."""

    source: str
    target: str
    kind: str


@dataclass(slots=True)
class Paper:
    """A letter as its office issued it.

    Attributes:
        person: Whom a paper of one person is about, or who writes it.
        second_day: Of an event that it tells, or on which somebody has to appear.
        number: Its serial, once that is known; `year` of the series it belongs to.
        extra: Another number on the paper, of the office's circulars.
        state: outgoing, draft, received or file_copy.
        exemplar_of: The same letter in another state.
    """

    id: str
    thread: str
    day: dt.date
    office: str
    speech: str
    direction: str = "down"
    language: str = "ar"
    to: tuple[Party, ...] = ()
    acts: tuple[Act, ...] = ()
    refs: list[Reference] = field(default_factory=list)
    quotes: str = ""
    enclosures: tuple[Enclosed, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    executor: Party | None = None
    operation: str = ""
    person: str = ""
    place: str = ""
    second_day: dt.date | None = None
    style: str = "plain"
    validity: int = 0
    number: int = 0
    year: int = 0
    extra: int = 0
    state: str = "outgoing"
    survives: bool = True
    twin_of: str = ""
    changed: tuple[str, ...] = ()
    translation_of: str = ""
    exemplar_of: str = ""
    forged: tuple[str, ...] = ()
    forged_after: str = ""
    tenure: tuple[str, str] | None = None

    @property
    def original(self) -> str:
        """The id of the letter that this is another exemplar or a translation of, else its own."""
        return self.translation_of or self.exemplar_of or self.id
