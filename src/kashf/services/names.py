"""The names in a case, with how often each stands in it."""

from __future__ import annotations

from kashf.domain.entity import MentionType, Verdict
from kashf.services.handles import OpenCase


def accepted_names(case: OpenCase) -> tuple[tuple[str, MentionType], ...]:
    """Return the names that people have accepted, with what they name: whatever was judged to be the same as another; in order."""
    found: set[tuple[str, MentionType]] = set()
    for judgement in case.view.judgements():
        if judgement.verdict is Verdict.SAME:
            both = (judgement.left, judgement.right)
            found.update((str(name), judgement.type) for name in both if isinstance(name, str))
    return tuple(sorted(found))
