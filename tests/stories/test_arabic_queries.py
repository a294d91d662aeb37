"""What Arabic queries find in texts that were written for them, so that no upgrade makes it worse unseen.

`documents.tsv` has the texts. `queries.tsv` says of each query which of them it should find, written from knowledge of the language before
anything was run; then which of these are missed today, and which are found beside them. Both lists are to become shorter. Whatever an
upgrade of the index, of the tables or of a rule changes fails here, with the queries that lost or won something. What is meant is written
down by `REWRITE_GOLDEN=1 pytest tests/stories/test_arabic_queries.py`, and the commit says why.
"""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kashf.services.case.open import OpenCase
from kashf.services.search.find import documents
from tests.searchable import case_of

FOLDER = Path(__file__).parents[1] / "fixtures" / "arabic_queries"
REWRITE = os.environ.get("REWRITE_GOLDEN") == "1"
#: Of all that is wanted, and of all that is found, the least that may be right: a rewrite does not make it worse unseen either.
LEAST_FOUND, LEAST_RIGHT = 0.94, 0.94


@dataclass(frozen=True, slots=True)
class Asked:
    """A query with the texts it should find, those of them that it misses, and those that it finds beside them."""

    kind: str
    query: str
    wanted: frozenset[str]
    missed: frozenset[str]
    beside: frozenset[str]

    @property
    def expected(self) -> frozenset[str]:
        return (self.wanted - self.missed) | self.beside

    def line(self) -> list[str]:
        return [self.kind, self.query, *(" ".join(sorted(each)) for each in (self.wanted, self.missed, self.beside))]


def table(name: str) -> Iterator[list[str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


TEXTS = dict(line for line in table("documents.tsv"))
ASKED = [Asked(kind, query, *(frozenset(each.split()) for each in lists)) for kind, query, *lists in [*table("queries.tsv")][1:]]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> OpenCase:
    return case_of(tmp_path_factory.mktemp("arabic"), *TEXTS.values())


@pytest.fixture(scope="module")
def found(case: OpenCase) -> list[frozenset[str]]:
    """What each query finds, by the names of the texts."""
    names = {record.id: name for record, name in zip(sorted(case.view.walk(), key=lambda each: int(each.name[:-4])), TEXTS, strict=True)}
    return [frozenset(names[id] for id in documents(case, asked.query)) for asked in ASKED]


def told(asked: Asked, now: frozenset[str]) -> Iterator[str]:
    """Yield what is otherwise than it was, for a person."""
    for sign, words, some in (
        ("-", "lost, and wanted", (asked.expected - now) & asked.wanted),
        ("+", "won, and wanted", (now - asked.expected) & asked.wanted),
        ("+", "won, and not wanted", now - asked.expected - asked.wanted),
        ("-", "lost, and not wanted", asked.expected - now - asked.wanted),
    ):
        yield from (f"{sign} {asked.query}   {words}: {TEXTS[name]} ({name})" for name in sorted(some))


def test_arabic_queries_find_what_they_found(found: list[frozenset[str]]) -> None:
    changed = [line for asked, now in zip(ASKED, found, strict=True) for line in told(asked, now)]
    if REWRITE:
        rows = [replace(asked, missed=asked.wanted - now, beside=now - asked.wanted) for asked, now in zip(ASKED, found, strict=True)]
        lines = ["kind\tquery\twanted\tmissed\tbeside", *("\t".join(row.line()) for row in rows)]
        (FOLDER / "queries.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return

    assert not changed, "\n".join(changed)


def test_of_what_is_wanted_most_is_found_and_little_else(found: list[frozenset[str]]) -> None:
    wanted = sum(len(asked.wanted) for asked in ASKED)
    right = sum(len(asked.wanted & now) for asked, now in zip(ASKED, found, strict=True))

    assert right / wanted >= LEAST_FOUND
    assert right / sum(map(len, found)) >= LEAST_RIGHT


def test_every_kind_is_asked_for_more_than_once_with_something_wanted() -> None:
    kinds = Counter(asked.kind for asked in ASKED)

    assert len(ASKED) >= 120
    assert min(kinds.values()) > 1
    assert all(asked.wanted for asked in ASKED)
    assert {name for asked in ASKED for each in (asked.wanted, asked.missed, asked.beside) for name in each} <= TEXTS.keys()


def test_what_changed_is_told_by_query_text_and_whether_it_is_wanted() -> None:
    asked = Asked("kind", "bridge", frozenset({"bp29", "bp30"}), frozenset({"bp30"}), frozenset({"ff1"}))

    lost, won, wrong, mended = told(asked, frozenset({"bp30", "ff4"}))
    assert [lost.split("   ")[1].split(":")[0], won[0], wrong.split("   ")[1].split(":")[0], mended[0]] == [
        "lost, and wanted",
        "+",
        "won, and not wanted",
        "-",
    ]
