"""What a register is rebuilt from, letter by letter, and what is said of a number in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.document import Span
from kashf.domain.letters.letter import CitedPaper, Letter
from kashf.domain.letters.logged_paper import LoggedPaper
from kashf.domain.letters.said import PaperNumber
from kashf.events.offices.office_index import OfficeKey


@dataclass(frozen=True, slots=True)
class RegisterLetter:
    """A letter as registers see it: one for all its copies.

    Args:
        id: Which; of copies the one that stands for all.
        offices: Its issuing bodies from the top down, as written.
        number: Its number.
        date: Its date of writing.
        cited: Papers that it cites.
        copies: Other documents that are copies of it.
        is_book: Whether it is no letter, but a register that somebody kept: `cited` is what its rows name.
    """

    id: str
    offices: tuple[str, ...] = ()
    number: PaperNumber | None = None
    date: FuzzyDate = UNDATED
    cited: tuple[CitedPaper, ...] = ()
    copies: tuple[str, ...] = ()
    is_book: bool = False

    @classmethod
    def of(cls, id: str, letter: Letter, copies: tuple[str, ...] = ()) -> RegisterLetter:
        """Return a letter as registers see it."""
        date = letter.written.date if letter.written else UNDATED
        return cls(id, tuple(each.text for each in letter.offices), letter.number, date, letter.cited, copies)

    @classmethod
    def of_book(cls, id: str, rows: Sequence[LoggedPaper]) -> RegisterLetter:
        """Return a register that somebody kept as registers see it; rows without a number are left out."""
        return cls(
            id, cited=tuple(CitedPaper(row.said, None, row.sender, row.number, row.date) for row in rows if row.number), is_book=True
        )


@dataclass(frozen=True, slots=True)
class SeriesKey:
    """A series of numbers.

    Args:
        office: Whose.
        pattern: What stays the same in them, `#` for what runs, `year` for a printed year.
        year: Of which year; 0 where numbers run through.
    """

    office: OfficeKey
    pattern: str
    year: int = 0


@dataclass(frozen=True, slots=True)
class NumberHere:
    """A letter of a series that is here.

    Args:
        serial: Its running number.
        letter: Which.
        date: Its date of writing.
        written: Its number as it is written.
        is_reversed: Whether the number is written from its other end, beside most of its office.
        is_year_told: Whether its date or number says of which year it is; otherwise it may be of this one or another.
        is_unseen: Whether a machine read the number from a picture and nobody looked at it.
    """

    serial: int
    letter: str
    date: FuzzyDate
    written: str
    is_reversed: bool = False
    is_year_told: bool = True
    is_unseen: bool = False


@dataclass(frozen=True, slots=True)
class NeverSeen:
    """A paper that letters cite, or a register that somebody kept names, and that is not here.

    Args:
        office: Whose it is; None where no letter says so, or it cannot be told.
        author: Whose it is said to be, as written; "" where nobody says.
        number: Its number with slashes between.
        serial: The running part, where its office has numbers like it; None otherwise.
        year: Of which register year it is; None where that is not told.
        dates: Its dates as they are said, each once.
        cited_at: Where it is cited.
        cited_by: By which letters.
        may_be: Letters of the office and day that are here and show no number.
        logged_at: Rows of registers that name it.
    """

    office: OfficeKey | None
    author: str
    number: str
    serial: int | None = None
    year: int | None = None
    dates: tuple[FuzzyDate, ...] = ()
    cited_at: tuple[Span, ...] = ()
    cited_by: tuple[str, ...] = ()
    may_be: tuple[str, ...] = field(default=())
    logged_at: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterCiting:
    """One letter cites another that is here.

    Args:
        citing: The letter that cites.
        cited: The one that it means; several where that cannot be told.
        at: Where.
        by_alias: Whether the number is written from its other end there.
        is_dated_otherwise: Whether it gives the letter another day than the letter has.
        is_answered: Whether it says that it answers.
        is_later: Whether the letter that it cites is of a later day than itself.
        said: The day that it gives the letter.
        is_other_head: Whether it names another office than the head of the letter does, so that only number and day tell.
    """

    citing: str
    cited: tuple[str, ...]
    at: Span
    by_alias: bool = False
    is_dated_otherwise: bool = False
    is_answered: bool = False
    is_later: bool = False
    said: FuzzyDate = UNDATED
    is_other_head: bool = False
