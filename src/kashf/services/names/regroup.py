"""Keep the entities of a case: made of its names at the end of processing, and put right with every decision for the names it touches."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Final

from kashf.domain.entity import RESOLVED, Judgement, MentionType, NameKey, Verdict
from kashf.domain.ids import Json, content_id
from kashf.ports.mentions import Membership, NameTotal, Resolution
from kashf.ports.views import CaseView
from kashf.services.case.open import WritableCase
from kashf.services.ledger.stored_decisions import store_decisions

#: Raise it when pairs are found, scored or joined otherwise: every case is then resolved again by `process`.
RESOLVE_VERSION: Final = "3"


def resolve(case: WritableCase, *, report: Callable[[int, int], None] = lambda _done, _total: None) -> int:
    """Make people, groups and places of the names of a case, where names or decisions have changed since it was last done.

    Pairs are scored again only if there are other names than then. A person waits two minutes for 85,000.

    Args:
        case: Which case.
        report: Told how many names were compared of how many, between types.

    Returns:
        How many names were compared; 0 when nothing had changed.
    """
    store_decisions(case)
    view = case.reading.view
    names = {type: view.names(type, limit=None) for type in sorted(RESOLVED)}
    total, done = sum(map(len, names.values())), 0
    for type, mine in names.items():
        done += _resolve_type(case, type, mine)
        report(done, total)
    return done


def regrouped(view: CaseView, type: MentionType, judgements: Collection[Judgement], touched: Iterable[NameKey]) -> tuple[Membership, ...]:
    """Return the names whose entities may have changed with decisions about some names, with the entities they belong to now.

    Args:
        view: The case before.
        type: What is named.
        judgements: Those that stand now.
        touched: The names that were decided on, or were before.
    """
    from kashf.entities.comparing.compare import SAME  # Takes a tenth of a second to load.
    from kashf.entities.resolving.resolve import join_names

    beside: dict[NameKey, set[NameKey]] = {}
    for judgement in judgements:
        if judgement.type is type and judgement.verdict is Verdict.SAME and isinstance(judgement.left, str):
            beside.setdefault(judgement.left, set()).add(judgement.right)
            beside.setdefault(judgement.right, set()).add(judgement.left)
    reached: set[NameKey] = set()
    pairs = {}
    fresh = set(touched)
    while fresh:
        reached |= fresh
        found = view.name_pairs(type, sorted(fresh))
        pairs.update({(pair.left, pair.right): pair for pair in found})
        ends = {end for pair in found if pair.score >= SAME for end in (pair.left, pair.right)}
        fresh = ends.union(*(beside.get(key, ()) for key in fresh)) - reached
    inside = [pair for pair in pairs.values() if pair.left in reached and pair.right in reached]
    return join_names(type, view.names_with(type, sorted(reached)), inside, judgements).members


def _resolve_type(case: WritableCase, type: MentionType, names: Sequence[NameTotal]) -> int:
    view = case.reading.view
    spelled = _spelled_version(names)
    judgements = _judgements(view, type)
    before = view.resolution_version(type)
    if before == _version(spelled, names, judgements):
        return 0
    from kashf.entities.resolving.resolve import join_names, score_pairs  # Takes a tenth of a second to load.

    pairs = view.name_pairs(type) if before.startswith(f"{spelled}-") else score_pairs(names)
    while True:
        members = join_names(type, names, pairs, judgements).members
        with case.store.unit() as uow:
            now = _judgements(view, type)
            if now == judgements:
                uow.put_resolution(type, Resolution(_version(spelled, names, judgements), tuple(pairs), members))
                uow.commit()
                return len(names)
        judgements = now  # Somebody decided meanwhile: what was joined without that decision must not replace what it changed.


def _judgements(view: CaseView, type: MentionType) -> list[Judgement]:
    return [each for each in view.judgements() if each.type is type]


def _spelled_version(names: Sequence[NameTotal]) -> str:
    """Return the version of what pairs are made of."""
    texts: list[Json] = [RESOLVE_VERSION, *([name.key, name.text] for name in sorted(names, key=lambda name: name.key))]
    return content_id(texts)[:16]


def _version(spelled: str, names: Sequence[NameTotal], judgements: Sequence[Judgement]) -> str:
    """Return the version of what entities are made of: pairs, how often names stand, and decisions."""
    counts: list[Json] = [sorted([name.key, name.mentions] for name in names), sorted([each.id, each.verdict.value] for each in judgements)]
    return f"{spelled}-{content_id(counts)[:16]}"
