"""What the columns of a table hold, by their headings and by what stands in them, and of what the table is a register."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kashf.domain.letters.logged_paper import BookKind
from kashf.events.letters.paper_numbers import NUMBER
from kashf.events.letters.phrases import WORD_END, any_of, by_code
from kashf.events.letters.sheet_text import western
from kashf.language.tables.lists.register_words import BOOKS, COLUMNS, DITTO
from kashf.language.words.folding import fold

#: Share of the filled cells of a column that must look like what its heading says.
_LIKE: Final = 0.6
#: Columns that tell a register of papers from a table of sums or of people.
_NUMBERS: Final = ("out-number", "in-number", "paper-number", "number")
_PARTIES: Final = ("to", "from", "party")


@dataclass(frozen=True, slots=True)
class ColumnRoles:
    """What the columns of a register hold.

    Args:
        book: Of what it is kept.
        at: Place of the column of each role.
    """

    book: BookKind
    at: Mapping[str, int]

    def cell(self, role: str) -> int | None:
        """Return the place of a column; None where there is none."""
        return self.at.get(role)


def column_roles(headings: Sequence[str], columns: Sequence[Sequence[str]], *, title: str, dated: Sequence[float]) -> ColumnRoles | None:
    """Return what the columns of a register of papers or deliveries hold; None for any other table.

    Args:
        headings: As they are printed.
        columns: The cells of each.
        title: What stands above it.
        dated: Of each column, which share of its filled cells is a day, in [0..1].
    """
    at: dict[str, int] = {}
    for place, heading in enumerate(headings):
        role = _role(heading)
        if role and role not in at and _fits(role, columns[place], dated[place]):
            at[role] = place
    book = _book(title)
    if found := _of_papers(at, book):
        return found
    if book is None and not any(role in at for role in ("money", "subject")):
        return _of_deliveries(at, columns)
    return None


def _of_papers(at: dict[str, int], book: BookKind | None) -> ColumnRoles | None:
    if any(role in at for role in ("money", "what", "quantity")):
        return None
    if "out-number" in at and "in-number" not in at:
        book = book or BookKind.OUTGOING
    elif ("in-number" in at or "in-date" in at) and "out-number" not in at:
        book = book or BookKind.INCOMING
    elif book is None and all(role in at for role in ("number", "date", "to", "subject")) and "from" not in at:
        book = BookKind.OUTGOING  # what was sent to whom on which day under which number
    is_about = any(role in at for role in (*_PARTIES, "subject"))
    has_number = any(role in at for role in (_NUMBERS if book else ("paper-number",)))
    if book and not has_number and "serial" in at:
        at["number"] = at.pop("serial")
        has_number = True
    if not has_number or not is_about or not ("date" in at or "in-date" in at):
        return None
    return ColumnRoles(book or BookKind.LETTERS, _directed(at, book or BookKind.LETTERS))


def _directed(at: dict[str, int], book: BookKind) -> Mapping[str, int]:
    """Return the columns by what they hold: the paper's own number and day, and those under which a register of what came in has it."""
    found: dict[str, int] = {role: at[role] for role in ("from", "to", "subject", "date", "in-date", "paper-number") if role in at}
    if "party" in at and book is not BookKind.LETTERS:
        found.setdefault("from" if book is BookKind.INCOMING else "to", at["party"])
    own = ("in-number",) if book is BookKind.INCOMING else ("out-number", "number")
    if "paper-number" not in found and (place := next((at[role] for role in own if role in at), None)) is not None:
        if book is not BookKind.INCOMING:
            found["paper-number"] = place
        else:
            found["entry"] = place
            if "number" in at:
                found["paper-number"] = at["number"]
    elif (place := next((at[role] for role in (*own, "number") if role in at), None)) is not None:
        found["entry"] = place
    if book is BookKind.INCOMING and "date" in found and "in-date" not in found and "paper-number" not in found:
        found["in-date"] = found.pop("date")
    return found


def _of_deliveries(at: Mapping[str, int], columns: Sequence[Sequence[str]]) -> ColumnRoles | None:
    needed = ("date", "what", "quantity")
    if not all(role in at for role in needed) or not ("to" in at or "from" in at):
        return None
    counted = [cell for cell in columns[at["quantity"]] if cell.strip()]
    if sum(re.match(r"\W*\d", western(cell)) is not None for cell in counted) < _LIKE * len(counted):
        return None
    kept = (*needed, "to", "from", "unit")
    return ColumnRoles(BookKind.DELIVERIES, {role: at[role] for role in kept if role in at})


def _role(heading: str) -> str:
    words = " ".join(fold(heading).split()).strip(" .:()*")
    return _headings().get(words, "")


def _fits(role: str, cells: Sequence[str], dated: float) -> bool:
    """Return whether what stands in a column is what its heading says."""
    filled = [cell for cell in cells if cell.strip() and not is_ditto(cell)]
    if role in {"date", "in-date"}:
        return dated >= _LIKE
    if role in {*_NUMBERS, "serial"}:
        return bool(filled) and sum(is_number(cell) for cell in filled) >= _LIKE * len(filled)
    if role in {"to", "from", "party", "subject", "what"}:
        return sum(any(sign.isalpha() for sign in cell) for cell in filled) >= _LIKE * max(1, len(filled))
    return True


def is_number(cell: str) -> bool:
    """Return whether a cell is the number of a paper and nothing else.

    >>> is_number(" (٣ / ٦ / ١٠٤) "), is_number("Depot 4 of the north")
    (True, False)
    """
    text = western(fold(cell)).strip()
    return any(sign.isdigit() for sign in text) and _number().fullmatch(text) is not None


def is_ditto(cell: str) -> bool:
    """Return whether a cell says what the one above it says.

    >>> is_ditto("//"), is_ditto("كذلك"), is_ditto("3/4")
    (True, True, False)
    """
    text = cell.strip()
    return bool(text) and (_DITTO_SIGNS.fullmatch(text) is not None or _ditto().fullmatch(fold(text)) is not None)


def _book(title: str) -> BookKind | None:
    folded = fold(title)
    kind = next((code for code, phrases in BOOKS.items() if re.search(rf"(?<!\w){any_of(phrases)}{WORD_END}", folded)), None)
    return None if kind is None else (BookKind.LETTERS if kind == "both" else BookKind(kind))


_DITTO_SIGNS: Final = re.compile("[/=\"'″〃»«,،_~\\-–—\\s]{1,8}")


@lru_cache(maxsize=1)
def _headings() -> Mapping[str, str]:
    return by_code(COLUMNS)


@lru_cache(maxsize=1)
def _number() -> re.Pattern[str]:
    return re.compile(NUMBER)


@lru_cache(maxsize=1)
def _ditto() -> re.Pattern[str]:
    return re.compile(any_of(DITTO))
