"""A name in quotes asked for by all names of its person, group or place, as resolved so far."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from kashf.domain.entity import RESOLVED
from kashf.entities.tagging.keys import name_key
from kashf.errors import UnfinishedError
from kashf.ports.views import CaseView
from kashf.search.query import And, Node, Not, Or, Quoted, all_of, any_of, none_of
from kashf.services.case.open import OpenCase

#: Other names by which a name in quotes is asked for, the most frequent first.
_MOST_OTHER_NAMES: Final = 20


def by_all_names(case: OpenCase, node: Node, *, exact: bool, variants: bool = True) -> Node:
    """Return a query in which a name in quotes is asked for by all names of its person, group or place, as resolved so far.

    Args:
        case: Where names were resolved.
        node: What was asked.
        exact: Words as they stand: nothing is changed.
        variants: With the spellings of words; without them nothing is changed either.
    """
    if exact or not variants:
        return node
    match node:
        case Quoted(text, 0):
            return any_of([node, *(Quoted(other) for other in _other_names(case.view, text))])
        case And(parts):
            return all_of([by_all_names(case, part, exact=exact, variants=variants) for part in parts])
        case Or(parts):
            return any_of([by_all_names(case, part, exact=exact, variants=variants) for part in parts])
        case Not(part):
            return none_of(by_all_names(case, part, exact=exact, variants=variants))
        case _:
            return node


def _other_names(view: CaseView, text: str) -> list[str]:
    """Return how else those are called whom a name names; none where the case was not searched for names yet."""
    found: dict[str, None] = {}
    for type in sorted(RESOLVED):
        key = name_key(text, type)
        with suppress(UnfinishedError):  # of a case of an earlier kashf, which is searched as it was then
            keys = [member.key for member in view.memberships(type, [key]) if member.key != key] if key else []
            totals = sorted(view.names_with(type, keys), key=lambda total: (-total.mentions, total.key))
            found.update((total.text, None) for total in totals if len(total.text.split()) > 1)
    return [*found][:_MOST_OTHER_NAMES]
