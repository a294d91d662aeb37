"""Whether `date:` finds papers by when they were written: ``python -m benchmarks.accuracy.bench_written_days [--work DIR]``.

A pile of `examples/siege/make_acts.py` is read as texts, and the date that each document is searched by is held against its truth: right
where one of its days is one of those of the truth, wrong where none is, missed where there is none, and false where the paper says none.
Beside it: how many a search for the month of the truth finds, and how many of those it calls sure. Invented letters, of wordings that
whoever wrote the reader has seen.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.letters.made_piles import made_pile, true_rows
from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.document import Page, Status
from kashf.domain.ids import DocumentId, content_id
from kashf.ports.views import DocumentRecord
from kashf.services.dates.day_ranges import may_be, surely_is
from kashf.services.dates.keep_dates import dates_of


def main(arguments: list[str] | None = None) -> int:
    """Make the pile and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--letters", type=int, default=300)
    parser.add_argument("--work", type=Path, help="where piles stay, so that they need not be made again")
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as temporary:
        pile = made_pile(options.work or Path(temporary), letters=options.letters, seed=options.seed)
        print(*_figures(pile), sep="\n")
    return 0


def _figures(pile: Path) -> list[str]:
    counts: Counter[str] = Counter()
    for truth in true_rows(pile, "letters"):
        counts.update(_judged(truth.get("written"), _own(pile / "texts" / f"{truth['id']}.txt")))
    dated, undated = counts["dated"], counts["undated"]
    return [
        f"papers that say when they were written: {dated}; right {counts['right']}, wrong {counts['wrong']}, missed {counts['missed']}",
        f"  found by a search for their month: {counts['found']}, of these surely {counts['surely']}",
        f"papers that say no whole date: {undated}, of which one was given to {counts['false']}",
    ]


def _judged(truth: dict[str, str] | None, own: FuzzyDate) -> list[str]:
    if not truth or truth.get("state", "complete") != "complete" or not truth.get("earliest"):
        return ["undated", *(["false"] if own.days == 1 else [])]
    slack = dt.timedelta(int(truth.get("slack_days") or 0))
    first, last = (dt.date.fromisoformat(truth[key]) for key in ("earliest", "latest"))
    right = FuzzyDate(first - slack, last + slack)
    month = FuzzyDate.parse(first.isoformat()[:7])
    said = "missed" if not own.is_known else "right" if may_be(own, right) else "wrong"
    found = ["found"] * may_be(own, month) + ["surely"] * surely_is(own.day_numbers(), month)
    return ["dated", said, *found]


def _own(path: Path) -> FuzzyDate:
    text = path.read_text(encoding="utf-8")
    record = DocumentRecord(
        DocumentId(content_id(path.name)), "", 0, "text/plain", Status.DONE, "", "", 1, "digital", "", UNDATED, "", "", "ar", None, {}, {}
    )
    return next((each.date for each in dates_of(record, [Page(1, text)]) if each.is_own), UNDATED)


if __name__ == "__main__":
    sys.exit(main())
