"""How rightly dates are read in sentences by a second hand: ``python -m benchmarks.accuracy.bench_dates_second_hand``.

403 made-up sentences (dates_second_hand.yaml) with 366 dates, 70 of them without any, by somebody who had not read the reader. Three
figures: the share of dates found with the right days, the share that is said to be the right thing's (writing, reference, deadline, event),
and how many dates are found where there is none. Where dateparser and dateutil are installed, their figures stand beside them. With --data:
dates found in up to 10,000 sentences of newspapers and archives (ner/), and in those in which people marked none.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.accuracy.bench_dates import sentences
from kashf.domain.date import UNDATED, FuzzyDate
from kashf.language.dates.find_dates import find_dates
from kashf.language.dates.found_dates import DatePlace, WhoseDay

CORPUS = Path(__file__).with_name("dates_second_hand.yaml")
MOST_SENTENCES = 10_000

#: First and last day; None where that side is open.
Days = tuple[dt.date | None, dt.date | None]

#: What the reader tells apart and the corpus does not; what it leaves undecided the corpus calls "none".
_KINDS = {WhoseDay.BIRTH: "event", WhoseDay.RECEIPT: "event", WhoseDay.UNDECIDED: "none"}
#: Calendars that the reader names otherwise, or has none for.
_CALENDARS = {"solar_hijri": "solar-hijri"}
_KNOWN_CALENDARS = frozenset(("gregorian", "hijri", "solar_hijri"))


@dataclass(frozen=True, slots=True)
class TrueDate:
    """A date of the corpus: where its words stand, its days, and what it is of."""

    start: int
    end: int
    says: str
    days: Days
    allowed_days: int
    also: tuple[Days, ...]
    core: Days | None
    within: Days | None
    calendar: str
    kinds: tuple[str, ...]

    def is_right(self, found: Days) -> bool:
        """Return whether days are those that are right, or as right, or between the least and the most that a vague word may mean."""
        if any(_is_near(found, each, self.allowed_days) for each in (self.days, *self.also)):
            return True
        return self.core is not None and self.within is not None and _holds(found, self.core) and _holds(self.within, found)


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence of the corpus with its dates, () where there is none."""

    id: str
    language: str
    group: str
    text: str
    written: FuzzyDate
    dates: tuple[TrueDate, ...]


def entries(lines: Sequence[str]) -> Iterator[Entry]:
    """Yield the entries of the corpus from its lines: JSON behind "- "."""
    for line in lines:
        if line.startswith("- "):
            raw = json.loads(line[2:])
            day = raw.get("paper_date")
            written = FuzzyDate.parse(day) if day else UNDATED
            yield Entry(raw["id"], raw["language"], raw["group"], raw["text"], written, tuple(_true_date(each) for each in raw["dates"]))


def _true_date(raw: Mapping[str, object]) -> TrueDate:
    start, says = int(str(raw["start"])), str(raw["says"])
    return TrueDate(
        start=start,
        end=start + len(says),
        says=says,
        days=_days((raw["earliest"], raw["latest"])),
        allowed_days=int(str(raw.get("allowed_days", 0))),
        also=tuple(_days(each) for each in _listed(raw.get("also", ()))),
        core=_days(_listed(raw["core"])) if "core" in raw else None,
        within=_days(_listed(raw["within"])) if "within" in raw else None,
        calendar=str(raw["calendar"]),
        kinds=(str(raw["kind"]), *(str(each) for each in _listed(raw.get("kinds_also", ())))),
    )


def _days(pair: object) -> Days:
    first, last = (dt.date.fromisoformat(str(each)) if each else None for each in _listed(pair))
    return first, last


def _listed(value: object) -> Sequence[object]:
    assert isinstance(value, list | tuple)
    return value


def _is_near(found: Days, right: Days, allowed: int) -> bool:
    """Return whether days are the right ones, or wider by so many days at either end; what is open must be open."""
    if any((one is None) != (other is None) for one, other in zip(found, right, strict=True)):
        return False
    early = (right[0] - found[0]).days if found[0] and right[0] else 0
    late = (found[1] - right[1]).days if found[1] and right[1] else 0
    return 0 <= early <= allowed and 0 <= late <= allowed


def _holds(outer: Days, inner: Days) -> bool:
    if not (outer[0] and outer[1] and inner[0] and inner[1]):
        return False
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def matched(dates: Sequence[TrueDate], places: Sequence[DatePlace]) -> tuple[tuple[DatePlace | None, ...], tuple[DatePlace, ...]]:
    """Return the place that covers most of the words of each date, None for none, and the places that touch no date."""
    hits = tuple(max((place for place in places if _shared(date, place) > 0), key=partial(_shared, date), default=None) for date in dates)
    return hits, tuple(place for place in places if not any(_shared(date, place) > 0 for date in dates))


def _shared(date: TrueDate, place: DatePlace) -> int:
    return min(date.end, place.end) - max(date.start, place.start)


def days_of(place: DatePlace | None) -> Days:
    """Return the days of a place; of what is impossible or left open there are none."""
    return (place.date.earliest, place.date.latest) if place else (None, None)


@dataclass(frozen=True, slots=True)
class Reading:
    """A date of the corpus with the place that was found for it."""

    entry: Entry
    date: TrueDate
    place: DatePlace | None

    @property
    def is_right(self) -> bool:
        """Whether it was found with the right days; where no day exists, nothing found is as right."""
        if self.place is None:
            return self.entry.group == "impossible"
        return self.date.is_right(days_of(self.place))

    @property
    def kind(self) -> str:
        """What it is said to be of, in the words of the corpus."""
        return _KINDS.get(self.place.kind, self.place.kind.value) if self.place else "not found"

    @property
    def told(self) -> str:
        """A line for whoever mends: the words, what is right, what was read."""
        first, last = self.date.days
        found = f"{self.place.wording!r} {self.place.date.edtf() or self.place.impossible or 'open'}" if self.place else "not found"
        return f"{self.entry.id} [{self.entry.group}] {self.date.says!r}: {first or ''}..{last or ''}, read {found}"


def corpus_figures(most_shown: int) -> None:
    """Print the figures of the corpus."""
    readings: list[Reading] = []
    false: list[tuple[Entry, DatePlace]] = []
    beside: list[tuple[Entry, DatePlace]] = []
    kept = tuple(entries(CORPUS.read_text(encoding="utf-8").splitlines()))
    for entry in kept:
        places = find_dates(entry.text, written=entry.written)
        hits, others = matched(entry.dates, places)
        readings += [Reading(entry, date, place) for date, place in zip(entry.dates, hits, strict=True)]
        (beside if entry.dates else false).extend((entry, place) for place in others)
    without = [entry for entry in kept if not entry.dates]
    found = [each for each in readings if each.place]
    right, kinds = sum(each.is_right for each in readings), Counter(_kind_answer(each) for each in found)
    known = [each for each in found if each.date.calendar in _KNOWN_CALENDARS]
    calendars = sum(
        _CALENDARS.get(each.date.calendar, each.date.calendar) == each.place.date.calendar.value for each in known if each.place
    )
    print(
        f"second hand: {len(readings)} dates in {len(kept) - len(without)} sentences: days right {right / len(readings):.3f}, "
        f"found {len(found) / len(readings):.3f}; whose date {kinds['right'] / len(found):.3f} of {len(found)} "
        f"(undecided {kinds['undecided']}, wrong {kinds['wrong']}); calendar {calendars / len(known):.3f} of {len(known)}"
    )
    false_in = len({entry.id for entry, _ in false})
    print(f"  false dates: {len(false)} in {false_in} of {len(without)} sentences without a date, {len(beside)} beside those of the others")
    _by("group", readings, lambda each: each.entry.group)
    _by("language", readings, lambda each: each.entry.language)
    _by_kind(found)
    _shown("wrong", [each.told for each in readings if not each.is_right], most_shown)
    wrong_kinds = [each for each in found if _kind_answer(each) == "wrong"]
    _shown(
        "kind", [f"{each.date.kinds[0]}, said {each.kind}: {each.date.says!r} in {each.entry.text!r}" for each in wrong_kinds], most_shown
    )
    _shown("false", [f"{entry.id} [{entry.group}] {place.wording!r} in {entry.text!r}" for entry, place in (*false, *beside)], most_shown)
    _others_beside(kept)


def _kind_answer(reading: Reading) -> str:
    if reading.kind in reading.date.kinds:
        return "right"
    return "undecided" if reading.kind == "none" else "wrong"


def _by(name: str, readings: Sequence[Reading], key: Callable[[Reading], str]) -> None:
    parts: dict[str, list[bool]] = defaultdict(list)
    for each in readings:
        parts[key(each)].append(each.is_right)
    print(f"  days right by {name}: " + ", ".join(f"{part} {sum(flags)}/{len(flags)}" for part, flags in parts.items()))


def _by_kind(found: Sequence[Reading]) -> None:
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for each in found:
        parts[each.date.kinds[0]][_kind_answer(each)] += 1
    shares = (f"{kind} {answers['right']}/{answers.total()} ({answers['undecided']} undecided)" for kind, answers in parts.items())
    print("  whose: " + ", ".join(shares))


def _shown(name: str, lines: Sequence[str], most: int) -> None:
    for line in lines[:most]:
        print(f"    {name}  {line}")
    if most and len(lines) > most:
        print(f"    {name}  ... {len(lines) - most} more")


def _others_beside(kept: Sequence[Entry]) -> None:
    """Print what dateparser finds in the sentences, and what it and dateutil make of the words of each date by themselves."""
    dates = [(entry, date) for entry in kept for date in entry.dates]
    for name in ("dateparser", "dateutil.parser"):
        read = _other(name)
        if read is None:
            print(f"{name}: not installed")
            continue
        right = sum(_is_day(date, read(date.says, entry)) for entry, date in dates)
        print(f"{name}: days right {right / len(dates):.3f} where each date's words stand alone")
    search = _optional("dateparser.search")
    if search:
        found = {entry.id: _searched(search.search_dates, entry) for entry in kept}
        right = sum(_is_day(date, _longest_on(date, entry.text, found[entry.id])) for entry, date in dates)
        without = [found[entry.id] for entry in kept if not entry.dates]
        print(
            f"dateparser.search: days right {right / len(dates):.3f} in running text; false dates {sum(map(len, without))} in "
            f"{sum(map(bool, without))} of {len(without)} sentences without"
        )


def _is_day(date: TrueDate, found: dt.date | None) -> bool:
    return found is not None and date.is_right((found, found))


def _optional(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def _other(name: str) -> Callable[[str, Entry], dt.date | None] | None:
    """Return another reader of one wording; None where it is not installed."""
    module = _optional(name)
    if module is None:
        return None

    def read(text: str, entry: Entry) -> dt.date | None:
        more: Mapping[str, object] = _settings(entry)
        if entry.written.earliest and name != "dateparser":
            more = {"default": dt.datetime.combine(entry.written.earliest, dt.time())}
        try:
            found = module.parse(text, **more)
        except (ValueError, OverflowError, TypeError):
            return None
        return found.date() if found else None

    return read


def _settings(entry: Entry) -> Mapping[str, object]:
    day = entry.written.earliest
    return {"settings": {"RELATIVE_BASE": dt.datetime.combine(day, dt.time())}} if day else {}


def _searched(search: Callable[..., Sequence[tuple[str, dt.datetime]] | None], entry: Entry) -> Sequence[tuple[str, dt.date]]:
    return [(words, found.date()) for words, found in search(entry.text, **_settings(entry)) or ()]


def _longest_on(date: TrueDate, text: str, found: Sequence[tuple[str, dt.date]]) -> dt.date | None:
    """Return the day of the longest finding that shares a letter with the words of a date."""
    starts = [(text.find(words), len(words), day) for words, day in found]
    on = [(length, day) for start, length, day in starts if 0 <= start < date.end and start + length > date.start]
    return max(on, default=(0, None), key=lambda each: each[0])[1]


def running_figures(folder: Path, sample: int) -> None:
    """Print how many dates are found in sentences of newspapers, and in how many of those in which people marked none."""
    rng = random.Random(12)
    found: list[tuple[str, DatePlace]] = []
    for corpus in (folder / "ner" / "anercorp", folder / "ner" / "wojood_sample"):
        texts = list(sentences(corpus))
        texts = rng.sample(texts, min(len(texts), MOST_SENTENCES // 2)) if len(texts) > MOST_SENTENCES // 2 else texts
        here = [(text, place, marked) for text, marked in texts for place in find_dates(text)]
        unmarked = sum(not marked for _, marked in texts)
        false = sum(not marked for *_, marked in here)
        note = f"; {false} of them in the {unmarked} in which people marked none" if any(marked for _, marked in texts) else ""
        print(f"{corpus.name}: {len(here)} dates in {len(texts)} sentences{note}")
        found += [(text, place) for text, place, _ in here]
    for text, place in rng.sample(found, min(sample, len(found))):
        around = text[max(0, place.start - 60) : place.end + 60].replace("\n", " ")
        print(f"    {place.wording!r} {place.date.edtf() or place.impossible or dict(place.rule) or 'open'}: {around}")


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", type=int, default=0, help="Show so many of each kind of fault.")
    parser.add_argument("--data", type=Path, help="Folder with ner/anercorp and ner/wojood_sample.")
    parser.add_argument("--sample", type=int, default=0, help="Show so many of the dates found there.")
    arguments = parser.parse_args()
    corpus_figures(arguments.wrong)
    if arguments.data:
        running_figures(arguments.data, arguments.sample)


if __name__ == "__main__":
    main()
