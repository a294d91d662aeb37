"""The kinds of acts that can be asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from kashf.domain.letters.instructions import SpeechAct
from kashf.errors import UsageError
from kashf.language.tables.letters.head_phrases import HANDS
from kashf.services.letters.corrections.typed_fields import ACT_KINDS

#: What acts, papers that tell nobody to do anything, and notes on them may be; catalogues have kinds of their own.
_KNOWN: Final = frozenset((*ACT_KINDS, *SpeechAct, *HANDS))
#: Kinds that a message lists.
_MOST: Final = 60


def check_kinds(asked: Iterable[str], here: Collection[str]) -> None:
    """Check that what is asked for is a kind of act: that nothing is of a kind which there is not would look like an answer.

    Args:
        asked: Kinds, by code.
        here: Kinds of the acts of the case, with those of catalogues.

    Raises:
        UsageError: One is none of these, and none that an act could have.
    """
    for kind in asked:
        if kind not in _KNOWN and kind not in here:
            listed = ", ".join(sorted(filter(None, here))[:_MOST] or sorted(_KNOWN))
            raise UsageError(f"{kind[:60]!r} is no kind of act; there are {listed}", code="no-act-kind", kind=kind[:60], kinds=listed)
