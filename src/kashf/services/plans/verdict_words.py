"""What the verdicts of the precedence test are called, and what stands under each of them."""

from __future__ import annotations

from typing import Final

from kashf.evidence.precedence.result import Conclusion
from kashf.evidence.precedence.sentences import CALLED, NOT_SHOWN

#: Every verdict, as a code.
VERDICTS: Final = frozenset(each.value for each in Conclusion)
#: Stands wherever a verdict does.
UNDER_EVERY_VERDICT: Final = NOT_SHOWN


def called(verdict: str) -> str:
    """Return what a verdict is called; one that this kashf does not know as it is written.

    >>> called("before"), called("later")
    ('before', 'later')
    """
    return CALLED[Conclusion(verdict)] if verdict in set(Conclusion) else verdict[:60]
