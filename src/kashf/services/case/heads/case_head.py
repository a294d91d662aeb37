"""The head of a case: what is read out, printed and kept elsewhere, so that it can be proved later that the case had it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kashf.domain.entries.heads import chain_states, head_of, states_of
from kashf.domain.ledger import EntryKind, case_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kashf.domain.ledger import Recorded
    from kashf.ports.views import CaseView

_Ends = tuple[tuple[str, tuple[int, str]], ...]
#: The head that was made last: the ids of a ledger are read once for all pages that are printed of it.
_LAST: dict[_Ends, CaseHead] = {}


@dataclass(frozen=True, slots=True)
class CaseHead:
    """The head of a case.

    Args:
        case: Id of the case; "" when the ledger does not say.
        head: Hash over the chains of the ledger, in hex.
        entries: How many entries it covers.
    """

    case: str
    head: str
    entries: int


def head_of_entries(recorded: Sequence[Recorded]) -> CaseHead:
    """Return the head over all entries of a case, if the ids recorded beside them are theirs: nothing is checked."""
    return CaseHead(case_id(recorded), head_of(chain_states(recorded)), len(recorded))


def case_head(view: CaseView) -> CaseHead:
    """Return the head of a case as it is now.

    The last id of each chain stands for all of it, so a ledger that is as it was is not read again; and of one that went on, ids alone.
    """
    ends: _Ends = tuple((chain, (length, str(last))) for chain, (length, last) in sorted(view.chain_ends().items()))
    found = _LAST.get(ends)
    if found is None:
        states = states_of(view.entry_ids())
        found = CaseHead(case_id(view.entries(kinds=(EntryKind.CREATED,))), head_of(states), sum(state.length for state in states))
        _LAST.clear()
        _LAST[ends] = found
    return found
