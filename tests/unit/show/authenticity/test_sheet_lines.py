"""A sheet is told with whose assumption each end of a range is, with its papers, and never as a verdict."""

from __future__ import annotations

import pytest

from kashf.domain.ids import DocumentId
from kashf.evidence.authenticity.authenticity_sheet import CouldAsk, MarkSeen, PaperMark, WhyUnknown, sheet_without, weighed
from kashf.evidence.authenticity.honest_share import HonestShare
from kashf.evidence.authenticity.mark_ratio import CarelessForger, CarelessShare, Leaning, RestsOn
from kashf.services.authenticity.sheet_of_document import SheetOfDocument
from kashf.show.authenticity.sheet_lines import SHEET_COLUMNS, sheet_answer, sheet_caveats, sheet_rows, sheet_text
from kashf.show.wording import LANGUAGES, wording

PAPER = DocumentId("f" * 64)
FITS = weighed(PaperMark.WEEKDAY, "fits", HonestShare(20, 20, 3), CarelessShare.fixed(CarelessForger.ANY_WEEKDAY, 1 / 7))
HEAD = weighed(
    PaperMark.HEAD, "form", HonestShare(0, 9), CarelessShare.of_pile(CarelessForger.OTHER_OFFICES, HonestShare(9, 9)), facts={"form": "2"}
)
COURIERS = MarkSeen(PaperMark.OFFICE, why=WhyUnknown.SAME_CHANNEL, same_channel=12)
FOUND = SheetOfDocument(
    PAPER, PAPER, "f.txt", ("heron-1",), sheet_without({each.mark: each for each in (FITS, HEAD, COURIERS)}), {PAPER: "f.txt"}, 29, 3
)


def test_each_mark_is_told_with_its_range_its_papers_and_its_assumption() -> None:
    told = "\n".join((*sheet_text(FOUND), *sheet_caveats(FOUND)))

    for words in ("1.0 to 7.0 : 1", "the careful forger's (he copies it: 1)", "20 of 20", "one in seven fits", "(12)", "never multiplied"):
        assert words in told
    assert told.index("Speaks for") < told.index("Weekday") < told.index("Speaks against") < told.index("Form of the head")


def test_json_and_table_have_every_mark() -> None:
    answer = sheet_answer(FOUND)
    rows = [dict(zip(SHEET_COLUMNS, row, strict=True)) for row in sheet_rows(FOUND)]

    assert [each.value for each in PaperMark] == [each["mark"] for each in answer["marks"]] == [row["mark"] for row in rows]
    assert (["weekday"], ["head"]) == (answer["for"], answer["against"])
    assert (1.0, "careful", 7.0, "careless") == tuple(round(each, 6) if isinstance(each, float) else each for each in _ends(rows[0]))
    assert {"product", "verdict", "total"}.isdisjoint(answer)


def _ends(row: dict[str, object]) -> list[object]:
    return [row[name] for name in ("low", "low_rests_on", "high", "high_rests_on")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_told_has_words(language: str) -> None:
    keys = {
        *(f"sheet_mark.{each.value}" for each in PaperMark),
        *(f"sheet_why.{each.value}" for each in WhyUnknown),
        *(f"sheet_ask.{each.value}" for each in CouldAsk),
        *(f"sheet_careless.{each.value}" for each in CarelessForger),
        *(f"sheet_leaning.{each.value}" for each in Leaning),
        *(f"sheet_rests.{each.value}" for each in RestsOn),
    }

    assert set() == keys - wording(language).table.keys()
