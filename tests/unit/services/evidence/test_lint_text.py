from __future__ import annotations

from kashf.services.evidence.lint_text import lint_text


def test_numbers_of_dates_need_no_value() -> None:
    text = "On 24 November 2013 some 397 men left.\nفي 15 تشرين الثاني 2014 غادروا."

    assert ["397"] == [fault.words for fault in lint_text(text, values=(), concludes=True, lead="")]
    assert () == lint_text(text, values=["397"], concludes=True, lead="")
