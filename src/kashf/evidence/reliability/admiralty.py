"""The letter of the Admiralty system for a channel, derived from its record; it says nothing of a document.

F is too little record, not a bad one. The bounds are a rule of this house and can be set; no source gives any.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.errors import BadEvidenceError
from kashf.language.recognising.as_seen import says_something

#: Independent trials below which there is no letter but F.
LEAST_TRIALS: Final = 3


class SourceLetter(StrEnum):
    """From reliable to unreliable, and F for what cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


#: Letter -> the least lower bound of the share of genuine batches.
LETTER_BOUNDS: Final = ((SourceLetter.A, 0.95), (SourceLetter.B, 0.80), (SourceLetter.C, 0.60), (SourceLetter.D, 0.35))


@dataclass(frozen=True, slots=True)
class SourceGrade:
    """A channel's letter, and what always stands beside it.

    Args:
        letter: The one that counts.
        derived: The one that the record gives.
        batches: Settled batches behind it.
        why: Why a person set another than the derived one; "" where nobody did.
    """

    letter: SourceLetter
    derived: SourceLetter
    batches: int
    why: str = ""

    @property
    def beside(self) -> str:
        """What has to be shown with the letter, so that it is not read as a verdict on a document."""
        return f"channel, {self.batches} {'batch' if self.batches == 1 else 'batches'} checked"

    def overridden(self, letter: SourceLetter, why: str) -> SourceGrade:
        """Return the grade with a letter that a person sets.

        Raises:
            BadEvidenceError: Without a reason.
        """
        if not says_something(why):
            raise BadEvidenceError("a letter is set by hand with a reason, or it stays the derived one", code="evidence-override")
        return SourceGrade(letter, self.derived, self.batches, why.strip())


def derived_grade(lower: float, *, trials: float, batches: int) -> SourceGrade:
    """Return the letter that a record gives.

    Args:
        lower: Lower bound of the share of genuine batches, at 95 %.
        trials: Independent trials that it rests on.
        batches: Batches that were settled.

    >>> derived_grade(0.7616, trials=10, batches=10).letter.value, derived_grade(0.9, trials=2.5, batches=9).letter.value
    ('C', 'F')
    """
    if trials < LEAST_TRIALS:
        letter = SourceLetter.F
    else:
        letter = next((letter for letter, least in LETTER_BOUNDS if lower >= least), SourceLetter.E)
    return SourceGrade(letter, letter, batches)
