"""The dates of a case: listed by their days, searched by when papers were written, with what is in doubt said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json

pytestmark = pytest.mark.slow

ORDER = """ديوان الجسور
العدد: ٣/٦     التاريخ: ٢٠ محرم ١٤٣٥ هـ
إلى / كافة المكاتب
تقرر ما يلي:
أولا: يمنع السفر إلى وادي الغيم."""
MAIL = """From: a@example.org
To: b@example.org
Subject: travel
Date: Sun, 24 Nov 2013 10:00:00 +0000
Message-ID: <1@example.org>

no day"""
FILES = {
    "order.txt": ORDER,
    "memo.txt": "Date: 24 November 2013\n\nThe travel office is informed. Reply within 15 days from this decision.",
    "doubt.txt": "Date: 11/12/2013\n\nThe travel list is attached.",
    "story.txt": "They speak of travel, and say no day.",
    "mail.eml": MAIL,
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    folder = tmp_path_factory.mktemp("dated")
    (folder / "leak").mkdir()
    for name, text in FILES.items():
        (folder / "leak" / name).write_text(text, encoding="utf-8")
    kashf("init", folder / "a.case", home=home)
    kashf("add", folder / "a.case", folder / "leak", "--from", "courier", home=home)
    return folder / "a.case"


def test_the_dates_of_a_case_are_listed_by_their_days(case: Path, home: Path) -> None:
    dates = {each["edtf"]: each for each in kashf_json("names", case, "--type", "DATE", home=home)["dates"]}

    assert (2, ["gregorian"]) == (dates["2013-11-24"]["places"], dates["2013-11-24"]["calendars"])
    assert ["hijri"] == dates["[2013-11-22..2013-11-24]"]["calendars"]
    assert {"deadline": 1} == dates["[2013-11-24..2013-12-09]"]["kinds"]
    assert all("date" not in each["type"].lower() for each in kashf_json("names", case, home=home, expect=(0, 1))["names"])


@pytest.mark.parametrize(
    ("query", "files", "days"),
    [
        ("date:2013-11-24", {"order.txt", "memo.txt", "mail.eml"}, (2, 1)),
        ("date:2013-11", {"order.txt", "memo.txt", "doubt.txt", "mail.eml"}, (3, 1)),
        ("تاريخ:2013-12", {"doubt.txt"}, (0, 1)),
        ("date:none", {"story.txt"}, None),
        ("date:2014", set(), (0, 0)),
    ],
)
def test_a_search_by_days_says_what_is_sure_and_counts_what_has_no_date(
    case: Path, home: Path, query: str, files: set[str], days: tuple[int, int] | None
) -> None:
    found = kashf_json("find", case, query, home=home, expect=(0, 1))

    assert files == {Path(hit["path"]).name for hit in found["hits"]}
    if days:
        assert days == (found["days"]["surely"], found["days"]["possibly"])
        assert {"undated": 1} == {name: count for name, count in found["left_out"]["more"].items() if name == "undated"}


def test_the_date_of_a_file_is_a_field_of_its_own(case: Path, home: Path) -> None:
    assert ["mail.eml"] == [Path(hit["path"]).name for hit in kashf_json("find", case, "file-date:2013", home=home)["hits"]]
