"""What one row of a register says of a paper, or of what was delivered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kashf.domain.letters.instructions import Quantity
from kashf.domain.letters.said import PaperDate, PaperNumber, Said


class BookKind(StrEnum):
    """What a register is kept of."""

    OUTGOING = "outgoing"
    INCOMING = "incoming"
    #: Papers of which nothing tells the direction, or of both.
    LETTERS = "letters"
    #: Things that were handed over or brought somewhere.
    DELIVERIES = "deliveries"


@dataclass(frozen=True, slots=True)
class LoggedPaper:
    """One row of a register; None where it does not say.

    Args:
        said: The row.
        book: Of which kind of register.
        sender: Whose paper it is, or who delivered.
        receiver: To whom it went.
        number: The paper's own number.
        entry: The number under which the register has it, where that is another.
        date: The paper's date, or the day of the delivery.
        entered: The day on which it came in.
        subject: What it is about.
        things: What was delivered, and how much of it.
    """

    said: Said
    book: BookKind
    sender: Said | None = None
    receiver: Said | None = None
    number: PaperNumber | None = None
    entry: Said | None = None
    date: PaperDate | None = None
    entered: PaperDate | None = None
    subject: Said | None = None
    things: tuple[Quantity, ...] = ()
