"""The plainest way to read forms, for comparison: a line is a label, a colon and a value."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.fuzz import ratio

from benchmarks.forms.haul_figures import READ_ALIKE, Share, share
from benchmarks.forms.haul_truth import HaulTruth, words

_LINE = re.compile(r"^\W*\d*\W*([^:：\n]{2,60}?)\s*[:：](.*)$", re.MULTILINE)


def lines_right(truth: HaulTruth, texts: Mapping[str, Sequence[str]]) -> Mapping[str, Share]:
    """Return how many filled-in fields such a reader gets right, by what the form came as.

    Args:
        truth: Of the haul.
        texts: The pages of each file, as kashf reads them.
    """
    seen: defaultdict[str, list[bool]] = defaultdict(list)
    for form in truth.forms:
        found = _pairs(texts.get(form["file"], ()))
        source = truth.source_of(form)
        for row in form["fields"]:
            if row["state"] == "filled":
                have = found.get(words(row["label"]), [])
                seen[source].append(any(_same(words(row["text"]), value, source) for value in have))
    return {source: share(some) for source, some in sorted(seen.items())}


def _pairs(pages: Iterable[str]) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for page in pages:
        for label, value in _LINE.findall(page):
            found[words(label)].append(words(value))
    return found


def _same(wanted: str, have: str, source: str) -> bool:
    return ratio(wanted, have) >= READ_ALIKE if source.startswith(("scan", "photo")) else wanted == have
