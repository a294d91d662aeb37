"""How rightly dates are found and read: ``python -m benchmarks.accuracy.bench_dates [--data DIR]``.

On 246 made-up expressions in five languages (dates.tsv, by whoever wrote the reader, so that it says that the reader does what it is meant
to and not how it does elsewhere): the share of which the days are right, and of which it is said whose date it is, beside dateparser and
dateutil where these are installed. With --data: both ways through published tables of Umm al-Qura (hijri/*.json), false dates in sentences
in which people marked none (ner/wojood_sample), how many of the sentences in which they did have one, and what it costs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from hijridate import Hijri

from kashf.domain.date import Calendar, FuzzyDate
from kashf.language.dates.calendars import NamedDay, day_range, hijri_day
from kashf.language.dates.find_dates import find_dates
from kashf.language.words.tokens import words_of

CORPUS = Path(__file__).with_name("dates.tsv")
MOST_SHOWN = 25


def cases() -> Iterator[tuple[str, str, str, str]]:
    """Yield text, what is right, whose date it is, and what kind of wording."""
    for line in CORPUS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, right, whose, how = line.split("\t")
            yield text.replace("\\n", "\n"), right, whose, how


def said(text: str) -> tuple[str, str]:
    """Return what the reader says of a text that names one day, as the corpus writes it, and whose it is."""
    places = find_dates(text)
    if len(places) != 1:
        return ("none" if not places else f"{len(places)} dates"), "-"
    (place,) = places
    days = "impossible" if place.impossible else "rule" if place.rule else place.date.edtf() or "no-year"
    return days, place.kind.value


def expected(right: str) -> str:
    """Return what is right in EDTF: a Hijri day with one day at either side, a month or year with one at both ends."""
    if not right.startswith("H"):
        return right
    year, month, day = (*map(int, right[1:].split("-")), 0, 0)[:3]
    first = Hijri(year, month or 1, day or 1).to_gregorian()
    months = [month] if month else range(1, 13)
    last = first if day else first + dt.timedelta(sum(Hijri(year, each, 1).month_length() for each in months) - 1)
    return f"[{first - dt.timedelta(1)}..{last + dt.timedelta(1)}]"


def is_right(right: str, found: str) -> bool:
    """Return whether the days are those that are right; a weekday may leave one of a Hijri day's three."""
    if right.startswith("H") and right.count("-") == 2 and len(found) == 10:
        wanted = FuzzyDate.parse(expected(right))
        return bool(wanted.earliest and wanted.latest and wanted.earliest <= dt.date.fromisoformat(found) <= wanted.latest)
    return found == expected(right)


def other(name: str) -> Callable[[str], str] | None:
    """Return another reader as one that gives a day in ISO 8601 or "none"; None where it is not installed."""
    try:
        module = importlib.import_module(name)
    except ImportError:
        return None

    def read(text: str) -> str:
        try:
            found = module.parse(text)
        except (ValueError, OverflowError, TypeError):
            return "none"
        return found.date().isoformat() if found else "none"

    return read


def corpus_figures() -> None:
    """Print the shares of the corpus."""
    rows = [(text, right, whose, how, *said(text)) for text, right, whose, how in cases()]
    by_how: dict[str, list[bool]] = defaultdict(list)
    for _, right, _, how, days, _ in rows:
        by_how[how].append(is_right(right, days))
    kinds = [(text, whose, kind) for text, _, whose, _, _, kind in rows if whose != "-"]
    right_days, right_kinds = sum(sum(each) for each in by_how.values()), sum(whose == kind for _, whose, kind in kinds)
    print(f"expressions {len(rows)}: days right {right_days / len(rows):.3f}; whose date {right_kinds / len(kinds):.3f} of {len(kinds)}")
    print("  " + ", ".join(f"{how} {sum(each)}/{len(each)}" for how, each in by_how.items()))
    wrong = [f"{text!r}: {right}, read {days}" for text, right, _, _, days, _ in rows if not is_right(right, days)]
    wrong += [f"{text!r}: {whose}, said {kind}" for text, whose, kind in kinds if whose != kind]
    print(*(f"  wrong  {each}" for each in wrong[:MOST_SHOWN]), sep="\n")
    for name in ("dateparser", "dateutil.parser"):
        read = other(name)
        if read is None:
            print(f"{name}: not installed")
            continue
        days = sum(is_right(right, read(text)) for text, right, *_ in rows)
        print(f"{name}: days right {days / len(rows):.3f}")


def table_figures(folder: Path) -> None:
    """Print how many days of published tables are right both ways."""
    for path in sorted(folder.glob("*.json")):
        rows = [row for row in json.loads(path.read_text(encoding="utf-8")) if row[-1] is not False]
        there = back = 0
        for ((year, month, day), gregorian), *_ in rows:
            named, said_day = NamedDay(Calendar.HIJRI, year, month, day), dt.date(*gregorian)
            spread = day_range(named)
            there += spread is not None and spread.first + (spread.last - spread.first) / 2 == said_day
            back += hijri_day(said_day) == named
        print(f"{path.name}: {there} of {len(rows)} to Gregorian, {back} back")


def sentences(folder: Path) -> Iterator[tuple[str, bool]]:
    """Yield the sentences of an annotated corpus with whether people marked a date or a time in them."""
    for path in sorted(folder.glob("*.txt")):
        words: list[str] = []
        has_date = False
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.strip():
                if words:
                    yield " ".join(words), has_date
                words, has_date = [], False
                continue
            word, *tags = line.split(" ")
            words.append(word)
            has_date |= any("DATE" in tag or "TIME" in tag for tag in tags)
        if words:
            yield " ".join(words), has_date


def false_figures(folder: Path) -> None:
    """Print how many dates are found in sentences in which people marked none, and in how many of the others."""
    without = with_date = found = 0
    false: Counter[str] = Counter()
    for text, has_date in sentences(folder):
        places = find_dates(text)
        if has_date:
            with_date += 1
            found += bool(places)
        else:
            without += 1
            false.update(place.wording for place in places)
    per = 1000 * false.total() / max(without, 1)
    print(f"{folder.name}: {without} sentences without a date, {false.total()} false dates ({per:.2f} in 1,000)")
    print(f"  {false.most_common(MOST_SHOWN)}")
    print(f"  {with_date} sentences with a date or a time, one found in {found}")


def cost(folder: Path) -> None:
    """Print what a kilobyte costs, the cutting into words left out and with it."""
    text = "\n".join(text for text, _ in sentences(folder))[:400_000]
    kilobytes = len(text.encode()) / 1000
    start = time.process_time()
    words_of(text)
    cut = time.process_time() - start
    start = time.process_time()
    find_dates(text)
    print(
        f"cost: {1000 * (time.process_time() - start) / kilobytes:.2f} ms a kilobyte, and {1000 * cut / kilobytes:.2f} to cut it into words"
    )


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="Folder with hijri/*.json and ner/wojood_sample.")
    folder = parser.parse_args().data
    corpus_figures()
    if folder:
        table_figures(folder / "hijri")
        false_figures(folder / "ner" / "wojood_sample")
        cost(folder / "ner" / "wojood_sample")


if __name__ == "__main__":
    main()
