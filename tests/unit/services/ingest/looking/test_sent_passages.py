from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from kashf.domain.document import Mark, MarkKind, Page
from kashf.ports.search import Passage
from kashf.search.passages import Indexable, TranslatedText
from kashf.services.ingest.looking.sent_passages import check_passages, passage_rows
from kashf.services.search.index_passages import all_passages
from tests.texts import sent_text

CHAT = "[03/11/2014, 21:04] Amal: the depot\n[04/11/2014, 08:10] Omar: tomorrow\n"
PAGES = (
    Page(1, "advert\nThe order of the depot, B-12", marks=(Mark(0, 6, MarkKind.BOILERPLATE),)),
    Page(2, CHAT, marks=(Mark(0, 35, MarkKind.MESSAGE), Mark(36, len(CHAT), MarkKind.MESSAGE))),
    Page(3, "misread", confidence=0.2),
    Page(4, "word " * 4000),
)
ITEM = replace(
    sent_text(*PAGES, stages=("index",)),
    channels=("one", "two"),
    places=("/leak/Order_3.txt",),
    translations=(TranslatedText(1, 0, "fr", ("un ordre",)),),
).indexable


def answered(item: Indexable) -> list[list[Any]]:
    rows: list[list[Any]] = json.loads(json.dumps(passage_rows(item)))
    return rows


def test_passages_come_out_as_they_were_cut() -> None:
    cut, come = list(all_passages(ITEM)), check_passages(answered(ITEM), ITEM)

    assert 8 < len(cut)
    assert {None} < {passage.facets.own_date for passage in cut}
    assert [bare(each) for each in cut] == [bare(each) for each in come]


def bare(passage: Passage) -> Passage:
    """Return a passage with tuples, whatever held its words."""
    return replace(passage, words=(*passage.words,), joined=(*passage.joined,), onward=(*passage.onward,))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (0, 9),
        (0, "1"),
        (1, -1),
        (2, 10**6),
        (2, True),
        (3, 7),
        (6, "other"),
        (7, 1),
        (11, "ar"),
        (11, ["\u0639"]),
        (12, []),
        (12, ["", "", {}]),
    ],
)
def test_a_passage_that_cannot_be_is_refused(place: int, value: object) -> None:
    row = next(row for row in answered(ITEM) if row[0] == 1 and not row[6])

    assert 1 == len(check_passages([row], ITEM))
    with pytest.raises(ValueError, match=r"passage: |date"):
        check_passages([[*row[:place], value, *row[place + 1 :]]], ITEM)
    with pytest.raises(ValueError, match="thirteen"):
        check_passages([row[:-1]], ITEM)
