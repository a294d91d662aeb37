"""How rightly acts are laid in time: their days, and which of two was first, against the truth of `examples/siege/make_acts.py`."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kashf.domain.acts.act import Act, ActBasis
from kashf.domain.date import UNDATED, FuzzyDate, Relation
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import ByWhen, Force, Instruction
from kashf.domain.letters.letter import AddedHand, CitedPaper, Letter
from kashf.domain.letters.said import PaperDate, Said

Row = Mapping[str, Any]

#: Pairs of acts that are compared.
PAIRS = 20_000
#: Forces by which an act lies on the day on which its paper was written.
_BY_WRITING = frozenset({"order", "request", "forbid", "permit", "cancel", "remind", "not_done"})


@dataclass
class ActFigures:
    """Adds acts up.

    Args:
        told: Acts of the truth whose day is known.
        met: Those of them that were found.
        covered: Those whose days hold the true one.
        one_day: Those that have one day alone.
        undated: Those without a day.
        missed: Which do not cover, by rule.
        due: What became of deadlines.
        pairs: How pairs of acts on different days lie: rightly decided, wrongly, or undecided.
    """

    told: int = 0
    met: int = 0
    covered: int = 0
    one_day: int = 0
    undated: int = 0
    missed: Counter[str] = field(default_factory=Counter)
    due: Counter[str] = field(default_factory=Counter)
    pairs: Counter[str] = field(default_factory=Counter)
    _days: list[tuple[FuzzyDate, dt.date]] = field(default_factory=list)

    def add(self, truth: Row, acts: Sequence[Act], papers: Mapping[str, str]) -> None:
        """Count the acts of one letter.

        Args:
            truth: What it says.
            acts: What was made of it.
            papers: True day of each paper by id.
        """
        for wanted, act in _matched(truth["acts"], acts):
            day = _true_day(wanted, truth, papers)
            self.told += day is not None
            if act is None:
                continue
            if day is not None:
                self._count(act, day)
            if wanted["deadline"]:
                self.due[_due(wanted["deadline"], act)] += 1

    def compare(self) -> None:
        """Draw pairs of acts on different days, always the same ones, and count how they lie."""
        drawn = random.Random(1)
        for _ in range(PAIRS if len(self._days) > 1 else 0):
            (one, day), (other, other_day) = drawn.sample(self._days, 2)
            if day != other_day:
                relation = one.compare(other)
                is_right = relation is (Relation.BEFORE if day < other_day else Relation.AFTER)
                self.pairs["undecided" if relation is Relation.UNDECIDED else "right" if is_right else "wrong"] += 1

    def _count(self, act: Act, day: dt.date) -> None:
        date = act.when.date
        self.met += 1
        self._days.append((date, day))
        if not date.is_known:
            self.undated += 1
            return
        self.one_day += date.days == 1
        if (date.earliest or day) <= day <= (date.latest or day):
            self.covered += 1
        else:
            self.missed[act.when.rule.value] += 1


def letter_put_in(truth: Row) -> Letter:
    """Return what a letter says by the truth, as far as days of acts need it."""
    written = truth["written"]
    receipts = [each for each in truth["dates"] if each["field"] == "received.date"]
    return Letter(
        written=_paper_date(written) if written and written["state"] == "complete" else None,
        cited=tuple(_cited(each, at) for at, each in enumerate(truth["references"])),
        acts=tuple(_instruction(each, truth) for each in truth["acts"]),
        hands=tuple(AddedHand(_said(each["text"]), "received", date=_paper_date(each)) for each in receipts),
    )


def _instruction(act: Row, truth: Row) -> Instruction:
    deadline, day = act["deadline"], act["day"]
    quoted = next(
        (at for at, each in enumerate(truth["references"]) if each["use"] == "quote" and each["cited"] == act["quoted_from"]), None
    )
    author = _said("author", 10 * quoted) if quoted is not None else _said("author", 9999) if act["quoted_from"] else None
    return Instruction(
        said=_said(act["text"] or "act"),
        kind=act["kind"].replace("_", "-"),
        force=Force(act["force"].replace("_", "-")),
        author=author,
        when=_paper_date(day) if day else None,
        by_when=_by_when(deadline) if deadline else None,
    )


def _by_when(deadline: Row) -> ByWhen:
    rule = deadline["rule"].replace("_", "-")
    date = PaperDate(_said(deadline["text"]), FuzzyDate.parse(deadline["resolved"])) if rule == "date" else None
    return ByWhen(_said(deadline["text"]), rule, deadline["n"], date)


def _cited(reference: Row, at: int) -> CitedPaper:
    date = reference["date"]
    return CitedPaper(_said("author", 10 * at), date=_paper_date(date) if date else None, is_quoted=reference["use"] == "quote")


def _paper_date(date: Row) -> PaperDate:
    if not date["earliest"]:
        return PaperDate(_said(date["text"]), UNDATED)
    slack = dt.timedelta(date.get("slack_days") or 0)
    first, last = (dt.date.fromisoformat(date[side]) for side in ("earliest", "latest"))
    return PaperDate(_said(date["text"]), FuzzyDate(first - slack, last + slack, date["text"]))


def _said(text: str, start: int = 0) -> Said:
    return Said(text or "-", Span(DocumentId("0" * 64), 1, start, start + 1), "truth", 1.0)


def _matched(wanted: Sequence[Row], acts: Sequence[Act]) -> Iterator[tuple[Row, Act | None]]:
    """Yield each act of the truth with the first one left that is of its kind and force; None where there is none."""
    left = [act for act in acts if act.basis is ActBasis.CLAUSE]
    for each in wanted:
        kind, force = each["kind"].replace("_", "-"), each["force"].replace("_", "-")
        found = next((act for act in left if act.kind == kind and act.force == force), None)
        if found:
            left.remove(found)
        yield each, found


def _true_day(act: Row, truth: Row, papers: Mapping[str, str]) -> dt.date | None:
    """Return the day of an act: that which is told, that of the paper that ordered it, else that of the letter; None where none is."""
    if act["day"]:
        return dt.date.fromisoformat(act["day"]["earliest"]) if act["day"]["earliest"] == act["day"]["latest"] else None
    if act["force"] not in _BY_WRITING:
        return None
    day = papers.get(act["quoted_from"]) if act["quoted_from"] else truth["true_day"]
    return dt.date.fromisoformat(day) if day else None


def _due(deadline: Row, act: Act) -> str:
    """Return what became of a deadline: a day that is right or wrong, a rule that bounds it rightly or not, or nothing."""
    if act.due is None:
        return "lost"
    date, day = act.due.date, deadline["resolved"] and dt.date.fromisoformat(deadline["resolved"])
    holds = not day or ((date.earliest or day) <= day <= (date.latest or day))
    if not date.is_known:
        return "kept as a rule"
    if date.days:
        return ("day right" if holds else "day wrong") if day else "day from a note of receipt"
    return "bounded rightly" if holds else "bounded wrongly"


def lines(figures: ActFigures) -> Iterable[str]:
    """Yield the figures as lines."""
    decided = figures.pairs["right"] + figures.pairs["wrong"]
    pairs = sum(figures.pairs.values())
    yield f"acts with a true day {figures.told}, found {figures.met}, without a day {figures.undated}, with one day alone {figures.one_day}"
    dated = figures.met - figures.undated
    yield f"days hold the true one: {figures.covered} of {dated} ({figures.covered / max(1, dated):.3f}); not: {dict(figures.missed)}"
    yield (
        f"which of two was first: decided {decided} of {pairs} ({decided / max(1, pairs):.3f}), "
        f"of these wrongly {figures.pairs['wrong']} ({figures.pairs['wrong'] / max(1, decided):.4f})"
    )
    yield f"deadlines: {dict(sorted(figures.due.items()))}"
