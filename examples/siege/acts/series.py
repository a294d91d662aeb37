"""Gives every paper its number, decides which papers survive, and says of an undated one between which days its number puts it."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from examples.siege.acts.papers import Paper
from examples.siege.acts.realm import Realm, Row
from examples.siege.acts.threads import PRIVATE
from examples.siege.dates import to_hijri

#: Of an office's papers, so many bear a number that was given out before or after its turn: between these shares.
OUT_OF_ORDER = (0.03, 0.10)
SURVIVING = (0.4, 0.9)
#: Of the months in which something happened, in half nearly all is missing.
SHARE_OF_EMPTIED = 0.5
SURVIVING_EMPTIED = 0.08
_PARTS = re.compile(r"[/\-.:\s|_\\]+")
_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def normal(number: str) -> str:
    """Return a number in Western digits, its parts joined by slashes.

    >>> normal("و - ٢٧/ ١")
    'و/27/1'
    """
    return "/".join(part for part in _PARTS.split(number.translate(_WESTERN)) if part)


def turned(number: str) -> str:
    """Return a number with its parts in the opposite order."""
    return "/".join(reversed(normal(number).split("/")))


def like_a_date(number: str) -> bool:
    """Return whether three parts could be a day, a month and a year, in any order."""
    parts = normal(number).split("/")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        return False
    first, second, last = (int(part) for part in parts)
    year, low = (first, (second, last)) if first > 31 else (last, (first, second))
    return (1400 <= year <= 1450 or 1990 <= year <= 2030) and all(1 <= part <= 31 for part in low)


@dataclass(frozen=True, slots=True)
class Issued:
    """A number of a series: `paper` is "" for a paper of which nothing is known."""

    office: str
    year: int
    serial: int
    paper: str


class Registry:
    """Numbers of all offices and years, outgoing and incoming."""

    def __init__(self, realm: Realm, papers: Iterable[Paper], seed: int) -> None:
        self._realm, self.moon = realm, f"{seed}"
        self._rng = Random(f"{seed}/{realm.kit.name}/registry")
        self.issued: list[Issued] = []
        self.incoming: dict[tuple[str, str], tuple[int, dt.date]] = {}
        self.files = {key: (self._rng.randrange(1, 13), self._rng.randrange(2, 60)) for key in realm.offices}
        self._outgoing([paper for paper in papers if paper.speech not in PRIVATE and paper.state != "draft"])

    def year_of(self, office: str, day: dt.date) -> int:
        """Return the year whose series a day belongs to: a Hijri one with the group."""
        return to_hijri(day).year if self._realm.offices[office].side == "group" else day.year

    def words(self, paper: Paper, serial: int = 0, *, circular: bool = False) -> str:
        """Return a number as its office writes it, in Western digits."""
        office = self._realm.offices[paper.office]
        a, b = self.files[paper.office]
        scheme = office.schemes[-1] if circular else office.schemes[0]
        n = paper.extra if circular else serial or paper.number
        return scheme.format(n=n, y=paper.year, yy=f"{paper.year % 100:02}", code=office.code, a=a, b=b)

    def _outgoing(self, papers: list[Paper]) -> None:
        rng = self._rng
        by_series: dict[tuple[str, int], list[Paper]] = defaultdict(list)
        for paper in sorted(papers, key=lambda each: (each.day, each.id)):
            paper.year = self.year_of(paper.office, paper.day)
            by_series[paper.office, paper.year].append(paper)
        shares = {office: rng.uniform(*OUT_OF_ORDER) for office in self._realm.offices}
        for (office, year), group in by_series.items():
            serial, circulars, before = rng.randrange(0, 12), 0, None
            for paper in group:
                gap = 0 if before and before.thread == paper.thread and before.day == paper.day else rng.choice((0, 0, 0, 1, 1, 2, 4))
                self.issued += [Issued(office, year, serial + step, "") for step in range(1, gap + 1)]
                serial += gap + 1
                paper.number, before = serial, paper
                if paper.speech == "circular" and Random(f"{self.moon}/{paper.twin_of or paper.id}/circular").random() < 0.4:
                    circulars += 1
                    paper.extra = circulars
            for first, second in pairwise(group):
                if first.day < second.day and first.thread != second.thread and rng.random() < shares[office]:
                    first.number, second.number = second.number, first.number
            self.issued += [Issued(office, year, paper.number, paper.id) for paper in group]
        self.issued.sort(key=lambda each: (each.office, each.year, each.serial))

    def receive(self, papers: Iterable[Paper]) -> None:
        """Give papers the numbers under which the offices that they were sent to entered them."""
        rng = self._rng
        arrivals = [
            (paper.day + dt.timedelta(days=rng.choice((0, 0, 1, 1, 2, 3, 6))), party.key, paper.id)
            for paper in papers
            for party in paper.to
            if party.kind == "office" and paper.number
        ]
        serials: dict[tuple[str, int], int] = defaultdict(int)
        for day, office, paper_id in sorted(arrivals):
            key = (office, self.year_of(office, day))
            serials[key] += rng.choice((1, 1, 2, 3))
            self.incoming[office, paper_id] = (serials[key], day)


class Fate:
    """Says whether a paper survives: a share for each office and month, and next to none where something happened."""

    def __init__(self, realm: Realm, seed: int) -> None:
        rng = Random(f"{seed}/{realm.kit.name}/fate")
        self._seed, self._realm = seed, realm
        self._base = {office: rng.uniform(*SURVIVING) for office in realm.offices}
        struck = [operation for operation in realm.operations if rng.random() < SHARE_OF_EMPTIED]
        self.emptied = {
            (office, _month(day))
            for operation in struck
            for office in (operation.office, realm.offices[operation.office].parent)
            for day in (operation.day, operation.day - dt.timedelta(days=15))
        }

    def share(self, office: str, month: str) -> float:
        """Return the share of an office's papers of a month that survive."""
        if (office, month) in self.emptied:
            return SURVIVING_EMPTIED
        return min(0.97, self._base[office] * Random(f"{self._seed}/{office}/{month}").uniform(0.7, 1.15))

    def survives(self, paper: Paper) -> bool:
        """Return whether a paper is among those that were found."""
        return Random(f"{self._seed}/{paper.id}/fate").random() < self.share(paper.office, _month(paper.day))

    def rows(self, papers: list[Paper]) -> list[Row]:
        """Return for each office and month how many papers were issued and how many are there."""
        counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        for paper in papers:
            counts[paper.office, _month(paper.day)][0] += 1
            counts[paper.office, _month(paper.day)][1] += paper.survives
        return [
            {
                "office": office, "month": month, "issued": issued, "surviving": surviving,
                "share": round(self.share(office, month), 3), "emptied": (office, month) in self.emptied,
            }
            for (office, month), (issued, surviving) in sorted(counts.items())
        ]  # fmt: skip


def _month(day: dt.date) -> str:
    return f"{day:%Y-%m}"


def bounds(row: Row, rows: Iterable[Row]) -> Row | None:
    """Return between which days a letter's number puts it, by the numbers next to it in its series; None if nothing does.

    Only letters that show a number and a whole day count, and only those whose numbers rise with their days as most do.
    """
    others = [other for other in rows if other["number"] and other["series"] == row["series"] and other is not row and other["written"]]
    told = [
        (other["serial"], other["written"]["earliest"], other["id"])
        for other in others
        if other["written"]["earliest"] and other["written"]["earliest"] == other["written"]["latest"] and not other["forged"]
    ]
    below = max((each for each in told if each[0] < row["serial"]), default=None)
    above = min((each for each in told if each[0] > row["serial"]), default=None)
    if not below and not above:
        return None
    return {
        "earliest": below[1] if below else None, "latest": above[1] if above else None,
        "by": [each[2] for each in (below, above) if each], "holds": _holds(row["true_day"], below, above),
    }  # fmt: skip


def _holds(day: str, below: tuple[int, str, str] | None, above: tuple[int, str, str] | None) -> bool:
    return (not below or below[1] <= day) and (not above or day <= above[1])
