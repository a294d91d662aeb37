"""Lets letters cite others, as often as real ones do, with as much of number, date and author as they do; and gives them their states."""

import datetime as dt
from dataclasses import replace
from random import Random

from examples.siege.acts.doings import drawn
from examples.siege.acts.papers import Enclosed, Paper, Reference
from examples.siege.acts.realm import Realm
from examples.siege.acts.threads import PRIVATE, Plot

#: How many letters one cites besides those of its thread, by side. Of 31 papers of groups 6 cite another; of 37 of a state 26, 15 of them
#: more than one.
_COUNTS = {
    "group": {0: 95, 1: 3, 2: 1, 3: 1},
    "state": {0: 24, 1: 28, 2: 15, 3: 9, 4: 5, 5: 4, 7: 3, 10: 2, 15: 1},
}
_OUTSIDE = 0.15
_LEFT_OUT = {"number": 0.25, "date": 0.15, "author": 0.3}
_TURNED = 0.1
_MISDATED = 0.02
#: How a paper came to be where it was found.
_STATES = {"outgoing": 68, "received": 17, "file_copy": 8, "draft": 7}
_ENCLOSING = {"group": 0.06, "state": 0.2}


def add_references(plot: Plot, seed: int) -> None:
    """Let papers cite older ones of their own side and of outsiders; those of their threads they cite already."""
    rng = Random(f"{seed}/{plot.realm.kit.name}/citing")
    older: dict[str, list[Paper]] = {"group": [], "state": []}
    for paper in sorted(plot.papers, key=lambda each: (each.day, each.id)):
        side = plot.realm.offices[paper.office].side
        if paper.speech not in PRIVATE and paper.language in {"ar", "en"}:
            wanted = drawn_count(rng, side)
            for _ in range(wanted):
                paper.refs.append(_reference(rng, plot.realm, paper, older[side]))
            paper.refs = [_worn(rng, each) for each in _once(paper.refs)]
        if paper.speech not in PRIVATE and not paper.enclosures and rng.random() < _ENCLOSING[side]:
            paper.enclosures = tuple(Enclosed(rng.choice(("list", "report", "committee", "pay"))) for _ in range(rng.choice((1, 1, 2))))
        if paper.speech not in PRIVATE:
            older[side].append(paper)


def drawn_count(rng: Random, side: str) -> int:
    """Return how many letters one cites."""
    return rng.choices(list(_COUNTS[side]), list(_COUNTS[side].values()))[0]


def _reference(rng: Random, realm: Realm, paper: Paper, older: list[Paper]) -> Reference:
    near = [each for each in older[-120:] if each.day >= paper.day - dt.timedelta(days=150)]
    if not near or rng.random() < _OUTSIDE:
        number = rng.choice(("{n}", "{n}/{a}", "{a}/{b}/{n}")).format(
            n=rng.randrange(3, 4000), a=rng.randrange(1, 30), b=rng.randrange(1, 30)
        )
        day = paper.day - dt.timedelta(days=rng.randrange(1, 200))
        return Reference(outsider=rng.randrange(len(realm.kit.outsiders)), number=number, day=day)
    return Reference(rng.choice(near).id)


def _once(refs: list[Reference]) -> list[Reference]:
    """Return references without those to a paper that is cited already."""
    seen: set[str] = set()
    kept = []
    for each in refs:
        if not each.paper or each.paper not in seen:
            kept.append(each)
            seen.add(each.paper)
    return kept


def _worn(rng: Random, reference: Reference) -> Reference:
    """Return a reference without what its writer left out, at least a number or a day or an author being there."""
    left = frozenset(name for name, share in _LEFT_OUT.items() if rng.random() < share)
    left = left - {"number"} if len(left) == len(_LEFT_OUT) else left
    wrong_by = rng.choice((-10, -6, -1, 1, 6)) if rng.random() < _MISDATED else 0
    return replace(reference, left_out=left, turned=rng.random() < _TURNED, wrong_by=wrong_by)


def add_states(plot: Plot, seed: int) -> None:
    """Say of each paper whether what was found is what went out, what came in, a copy on file or a draft."""
    rng = Random(f"{seed}/{plot.realm.kit.name}/states")
    cited = {each.paper for paper in plot.papers for each in paper.refs} | {paper.quotes for paper in plot.papers}
    for paper in plot.papers:
        state = drawn(rng, _STATES)
        sent = any(party.kind == "office" for party in paper.to)
        if paper.speech not in PRIVATE and (state != "received" or sent) and (state != "draft" or paper.id not in cited):
            paper.state = state
