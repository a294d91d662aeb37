"""How rightly registers are rebuilt: counted against the truth of an invented pile."""

from __future__ import annotations

import datetime as dt
import statistics
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.letters.made_piles import true_rows
from kashf.events.offices.office_index import OfficeKey
from kashf.events.offices.office_words import office_lines
from kashf.events.registers.office_series import OfficeSeries
from kashf.events.registers.rebuild import Registers

#: An office, a year of its register and a running number.
Numbered = tuple[str, int, int]


@dataclass(slots=True)
class RegisterFigures:
    """What was right, added up over piles.

    Args:
        counts: Of what, by name.
        widths: Days of the bounds of undated letters whose year was told.
    """

    counts: Counter[str] = field(default_factory=Counter)
    widths: list[int] = field(default_factory=list)

    def add(self, registers: Registers, pile: Path, true_id: Mapping[str, str]) -> None:
        """Count what was rebuilt of one pile.

        Args:
            registers: As rebuilt.
            pile: Where its truth lies.
            true_id: For each letter of the registers its id in the truth.
        """
        _Counting(self, registers, pile, true_id).count()

    def lines(self) -> Iterator[str]:
        """Yield the figures."""
        counts = self.counts
        yield f"letters in the series that they are of      {_share(counts, 'placed', 'letters')}"
        yield f"cited and never seen: found                 {_share(counts, 'unseen found', 'unseen')}"
        yield f"cited and never seen: said rightly          {_share(counts, 'unseen right', 'unseen said')}"
        yield f"numbers that nobody has: found              {_share(counts, 'missing found', 'missing')}"
        yield f"numbers that nobody has: said rightly       {_share(counts, 'missing right', 'missing said')}"
        yield f"undated letters: bounds that hold           {_share(counts, 'bounds hold', 'bounds')}"
        yield f"  of undated letters with a number          {_share(counts, 'bounds', 'undated')}"
        yield f"  of one year                               {_share(counts, 'one year', 'bounds')}"
        yield f"  of one year, that hold                    {_share(counts, 'one year holds', 'one year')}"
        yield f"  of one year, median days                  {statistics.median(self.widths) if self.widths else '-'}"
        yield f"survival of series: intervals that hold     {_share(counts, 'share holds', 'shares')}"
        yield f"survival of months: intervals that hold     {_share(counts, 'month holds', 'months')}"


class _Counting:
    """One pile while it is counted."""

    def __init__(self, figures: RegisterFigures, registers: Registers, pile: Path, true_id: Mapping[str, str]) -> None:
        self.counts, self.widths = figures.counts, figures.widths
        self.registers, self.true_id = registers, true_id
        self.letters: dict[str, Mapping[str, Any]] = {row["id"]: row for row in true_rows(pile, "letters")}
        self.issued: dict[tuple[str, int], list[Mapping[str, Any]]] = defaultdict(list)
        self.number_of: dict[str, Numbered] = {}
        for row in true_rows(pile, "series"):
            self.issued[row["office"], row["year"]].append(row)
            if row["paper"]:
                self.number_of[row["paper"]] = (row["office"], row["year"], row["serial"])
        self.named = {
            line: row["office"]
            for row in true_rows(pile, "offices")
            for name in (*row["names"].values(), *row["old_names"].values())
            for line in office_lines([name])[-1:]
        }
        self.shown = {self._number(id) for id, row in self.letters.items() if row["number"]} - {None}
        self.said = self._truly_unseen()

    def count(self) -> None:
        """Count all."""
        offices: dict[OfficeKey, Counter[str]] = defaultdict(Counter)
        for series in self.registers.series:
            true = Counter(str(row["series"]) for each in series.here if (row := self._row(each.letter)) and row["series"])
            if not true:
                continue
            name, placed = true.most_common(1)[0]
            offices[series.key.office][name.partition("/")[0]] += placed
            self.counts.update(letters=true.total(), placed=placed)
            office, _, year = name.partition("/")
            self._missing(series, (office, int(year)))
            self._share(series, (office, int(year)))
        self._unseen({key: found.most_common(1)[0][0] for key, found in offices.items()})
        self._bounds()

    def _row(self, letter: str) -> Mapping[str, Any] | None:
        return self.letters.get(self.true_id.get(letter, ""))

    def _number(self, id: str) -> Numbered | None:
        row = self.letters[id]
        if row["forged"] or not row["series"] or row["serial"] is None:
            return None
        office, _, year = row["series"].partition("/")
        return office, int(year), row["serial"]

    def _truly_unseen(self) -> set[Numbered]:
        """Return the numbers that letters of the pile cite with author, number and day, and that stand on none."""
        readable = (row for row in self.letters.values() if row["language"] in {"ar", "en"})
        cited = (ref for row in readable for ref in row["references"] if ref["number"] and ref["date"])
        found = {self.number_of[ref["cited"]] for ref in cited if ref["author_text"] and ref["cited"] in self.number_of}
        return found - self.shown

    def _unseen(self, offices: Mapping[OfficeKey, str]) -> None:
        said: set[Numbered] = set()
        for each in self.registers.never_seen:
            if each.office is None or each.serial is None:
                continue
            office = offices.get(each.office) or self.named.get(each.office.lines[-1])
            if office is None or not each.dates:
                continue
            day = each.dates[0].earliest
            years = [year for (of, year) in self.issued if of == office and (each.year in {year, 0, None} or _near(each.year, year))]
            fits = [(office, year, each.serial) for year in years if self._fits(office, year, each.serial, day)]
            self.counts["unseen said"] += 1
            self.counts["unseen right"] += bool(fits and not self.shown.issuperset(fits))
            said.update(fits)
        self.counts.update({"unseen": len(self.said), "unseen found": len(self.said & said)})

    def _fits(self, office: str, year: int, serial: int, day: dt.date | None) -> bool:
        row = next((row for row in self.issued[office, year] if row["serial"] == serial), None)
        return row is not None and (day is None or row["day"] is None or abs((dt.date.fromisoformat(row["day"]) - day).days) <= 40)

    def _missing(self, series: OfficeSeries, key: tuple[str, int]) -> None:
        said = {serial for low, high in series.missing for serial in range(low, high + 1)}
        known = {each.serial for each in series.here} | {each.serial for each in series.never_seen if each.serial is not None}
        if not known:
            return
        lowest, highest = min(known), max(known)
        true = {serial for serial in range(lowest, highest + 1) if (*key, serial) not in self.shown and serial not in known}
        self.counts.update({"missing": len(true), "missing found": len(true & said)})
        self.counts.update({"missing said": len(said), "missing right": len(said & true)})

    def _share(self, series: OfficeSeries, key: tuple[str, int]) -> None:
        if len(series.here) < 2:
            return
        here = {each.serial for each in series.here}
        true = len(here) / max(1, len({row["serial"] for row in self.issued[key]}))
        self.counts.update({"shares": 1, "share holds": series.share.low - 1e-9 <= true <= series.share.high + 1e-9})
        issued = self._by_month(key)
        for month in series.months:
            serials = issued.get(month.month, set())
            if serials and month.fewest:
                true = len(serials & here) / len(serials)
                self.counts.update({"months": 1, "month holds": month.low - 1e-9 <= true <= month.high + 1e-9})

    def _by_month(self, key: tuple[str, int]) -> Mapping[str, set[int]]:
        """Return the numbers of each month; one of which nothing is known went out with the next, as the clerk wrote them one by one."""
        dated = sorted((row["serial"], row["day"]) for row in self.issued[key] if row["day"])
        found: dict[str, set[int]] = defaultdict(set)
        for row in self.issued[key]:
            place = bisect_left(dated, (row["serial"], ""))
            if place < len(dated):
                found[(row["day"] or dated[place][1])[:7]].add(row["serial"])
        return found

    def _bounds(self) -> None:
        for each in self.registers.undated:
            row = self._row(each.letter)
            if row is None or row["forged"]:
                continue
            day = dt.date.fromisoformat(row["true_day"])
            holds = (not each.date.earliest or each.date.earliest <= day) and (not each.date.latest or day <= each.date.latest)
            self.counts.update({"bounds": 1, "undated": 1, "bounds hold": holds})
            if len(each.by) == 1:
                self.counts.update({"one year": 1, "one year holds": holds})
                self.widths += [each.date.days] if each.date.days else []
        self.counts["undated"] += len(self.registers.unbounded)


def _near(year: int | None, true: int) -> bool:
    """Return whether a Gregorian year and a Hijri one overlap: an office may be numbered by the other calendar."""
    return year is not None and abs((year - 579 if year > 1700 else year) - (true - 579 if true > 1700 else true)) <= 1


def _share(counts: Mapping[str, int], part: str, of: str) -> str:
    return f"{counts[part] / counts[of]:.3f} of {counts[of]}" if counts[of] else "-"


def printed(title: str, figures: Sequence[str]) -> str:
    """Return figures under a title."""
    return "\n".join(["", title, *figures])
