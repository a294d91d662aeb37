"""The page of a report holds hostile words as words, asks nobody for anything, and says when there is no report."""

from __future__ import annotations

import json

import pytest

from kashf.errors import UsageError
from kashf.publish.report.report_page import report_page
from kashf.show.wording import LANGUAGES, wording
from tests.released import pages, release

HOSTILE = "<img src=x onerror=alert(1)></script>\"'\u202egnp{{ 7*7 }}"


def told() -> dict[str, object]:
    found: dict[str, object] = json.loads(release()["data/report.json"])
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("public", [False, True])
def test_hostile_words_are_words(language: str, *, public: bool) -> None:
    report = told()
    (finding,) = report["findings"]  # type: ignore[misc]  # it was read from JSON
    finding["cited"][0]["text"] = finding["said"][0]["text"] = HOSTILE
    page = report_page(report, wording(language), public=public)
    assert "<img" not in page
    assert "\u202e" not in page
    assert "49" not in page.partition("<main>")[2].partition("</blockquote>")[0]
    assert "default-src 'none'" in page
    assert "<script" not in page


def test_a_lead_and_the_likelihood_of_the_leading_explanation_are_told() -> None:
    page = pages(told())["report.html"].decode()
    assert "genuine, and as we read it" in page
    assert "<svg" in page


@pytest.mark.parametrize("wrong", [{}, {"findings": []}, {"findings": [{}], "method": {}}])
def test_what_is_no_report_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        report_page(wrong, wording("en"))
