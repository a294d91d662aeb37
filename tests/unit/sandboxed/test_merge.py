from __future__ import annotations

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import Extract
from kashf.sandboxed.merge import add_beside


def test_what_only_the_other_engine_found_stands_on_a_page_of_its_own() -> None:
    cells = Extract((Page(1, "Register\nKarim\t2014-05-06"),), {"sheets": "1"})
    other = Extract((Page(1, "Register\nKa rim\t6/5/2014\nchecked by R. Sahin\n1,200"),), {"author": "R. Sahin"})

    whole = add_beside(cells, other)

    assert ["Register\nKarim\t2014-05-06", "checked by R. Sahin"] == [page.text for page in whole.pages]
    assert {"sheets": "1", "author": "R. Sahin"} == dict(whole.metadata)


def test_no_page_is_added_when_the_other_engine_found_nothing_new() -> None:
    cells = Extract((Page(1, "Karim"),))

    assert cells.pages == add_beside(cells, Extract((Page(1, "Karim\n12"),))).pages


def test_what_the_other_engine_is_unsure_of_stays_unsure_and_makes_the_whole_partial() -> None:
    runs = Extract((Page(1, "Lantern", confidence=0.4),), {}, Status.PARTIAL, Reason.LOW_CONFIDENCE, "runs of letters")

    whole = add_beside(Extract((Page(1, "Karim"),)), runs)

    assert [1.0, 0.4] == [page.confidence for page in whole.pages]
    assert (Status.PARTIAL, Reason.LOW_CONFIDENCE, "runs of letters") == (whole.status, whole.reason, whole.detail)
