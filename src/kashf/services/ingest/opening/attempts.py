"""What a sandboxed child says of the passwords that it tried: checked, and told of the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kashf.domain.document import Reading, Reason
from kashf.ports.engines import MAX_DETAIL_LENGTH

#: Key of a reading's metadata, and its value, when a password opened the document. Only this process writes it.
OPENED_WITH: Final = "opened-with"
A_PASSWORD: Final = "password"  # noqa: S105 - the word, not one


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of trying passwords on one document.

    Args:
        given: How many were at hand.
        tried: How many were tried; 0 when it has no lock that is known.
        opened: Those that opened something.
    """

    given: int = 0
    tried: int = 0
    opened: tuple[str, ...] = field(default=(), repr=False)


def check_attempt(untrusted: object, passwords: Sequence[str]) -> Tried:
    """Return what a child says of passwords; that it tried none when what it says is not well formed."""
    answer = untrusted if isinstance(untrusted, dict) else {}
    tried, opened = answer.get("tried"), answer.get("opened")
    if type(tried) is not int or not 0 <= tried <= len(passwords) or not isinstance(opened, list):
        return Tried(len(passwords))
    if len(opened) > len(passwords) or any(type(number) is not int or not 0 <= number < tried for number in opened):
        return Tried(len(passwords))
    return Tried(len(passwords), tried, tuple(passwords[number] for number in sorted({*opened})))


def with_attempt(reading: Reading, attempt: Tried) -> Reading:
    """Return a reading that says whether a password opened it, and how many did not."""
    metadata = {key: value for key, value in reading.metadata.items() if key != OPENED_WITH}
    if attempt.opened:
        metadata[OPENED_WITH] = A_PASSWORD
    reading = replace(reading, metadata=metadata)
    if not attempt.tried or reading.reason is not Reason.ENCRYPTED:
        return reading
    return replace(reading, detail=f"{reading.detail}; {_told(attempt)}"[:MAX_DETAIL_LENGTH])


def _told(attempt: Tried) -> str:
    left = attempt.given - attempt.tried
    wrong = f"{attempt.tried} {'password' if attempt.tried == 1 else 'passwords'} tried"
    some = "some of it opened" if attempt.opened else "none fits"
    return f"{wrong}, {some}" + (f"; {left} not tried, for lack of time" if left else "")
