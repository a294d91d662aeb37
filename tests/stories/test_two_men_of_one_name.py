"""Two men of one name: somebody tells them apart, and every door and every later step keeps them apart."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.stories.command import kashf, kashf_json

pytestmark = [pytest.mark.slow, pytest.mark.sandbox]

NAME, OTHER = "خالد إبراهيم الجاسم", "القائد خالد إبراهيم الجاسم"
FIRST = {
    "a.txt": "اعتقل خالد إبراهيم الجاسم معلم مدرسة القرية يوم الأحد.\n",
    "b.txt": "أصدر القائد خالد إبراهيم الجاسم أمرا بإخلاء الجسر.\n",
    "c.txt": "وقع القائد خالد إبراهيم الجاسم على تسليم السلاح مع نبيل سامي القطان.\n",
}
LATER = {"d.txt": "سأل خالد إبراهيم الجاسم عن نبيل سامي القطان.\n"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a case, its home, and files that come later."""
    made = tmp_path_factory.mktemp("made")
    for folder, files in (("first", FIRST), ("later", LATER)):
        (made / folder).mkdir()
        for name, text in files.items():
            (made / folder / name).write_text(text, encoding="utf-8")
    kashf("init", made / "a.case", home=made / "home")
    kashf("add", made / "a.case", made / "first", "--from", "courier", home=made / "home")
    return made


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / "a.case"


def places(case: Path, name: str, home: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = kashf_json("reassign", case, "--of", name, home=home)["places"]
    return found


def named(case: Path, home: Path) -> dict[str, int]:
    return {each["text"]: each["mentions"] for each in kashf_json("names", case, "--type", "PER", home=home)["names"]}


def test_the_other_man_is_told_apart_in_every_door_and_stays_so(case: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    his = [each["place"] for each in places(case, NAME, home) if "القائد" in each["quote"]["prefix"]]

    entry = kashf("reassign", case, *his, "--new", OTHER, "--why", "the teacher sat in prison", home=home).stdout.strip()

    told = {NAME: 1, OTHER: 2, "نبيل سامي القطان": 1}
    assert told == named(case, home)
    for name in (NAME, OTHER):
        assert told[name] == kashf_json("count", case, name, home=home)["mentions"]
        assert told[name] == kashf_json("network", case, "--about", name, home=home, expect=(0, 1))["documents"]
        assert {entry} == {each["judgement"]["id"] for each in kashf_json("review", case, "--history", name, home=home)["decisions"]}

    kashf("add", case, tmp_path / "later", "--from", "courier", home=home)
    later = {**told, f"{NAME} ?": 1, "نبيل سامي القطان": 2}
    assert later == named(case, home)
    kashf("rebuild", case, home=home)
    kashf("process", case, home=home)
    assert later == named(case, home)

    kashf("review", case, "--undo", entry[:12], home=home)
    assert [2, 4] == sorted(named(case, home).values())
    assert "taken back already" in kashf("review", case, "--undo", entry, home=home, expect=1).stderr
    assert kashf_json("verify", case, home=home)["ok"]


def asked(case: Path, home: Path) -> list[list[tuple[str, int]]]:
    questions = kashf_json("review", case, home=home, expect=(0, 1))["posts"]
    return [[(post["text"], len(post["places"])) for post in each["posts"]] for each in questions]


def test_different_posts_are_asked_about_until_somebody_says_that_he_is_one_man_and_again_with_another_post(
    case: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    assert [[("القائد", 2), ("معلم", 1)]] == asked(case, home)
    assert "one man or two?" in kashf("review", case, home=home).stdout

    entries = kashf("review", case, "--one-man", NAME, home=home).stdout.split()

    assert [] == asked(case, home)
    assert {NAME: 3, "نبيل سامي القطان": 1} == named(case, home)
    (tmp_path / "third").mkdir()
    (tmp_path / "third" / "e.txt").write_text("غادر خالد إبراهيم الجاسم، سائق الشاحنة.\n", encoding="utf-8")
    kashf("add", case, tmp_path / "third", "--from", "courier", home=home)
    assert [[("القائد", 2), ("سائق الشاحنة", 1), ("معلم", 1)]] == asked(case, home)
    kashf("review", case, "--undo", entries[0], home=home)
    assert [[("القائد", 2), ("سائق الشاحنة", 1), ("معلم", 1)]] == asked(case, home)


def test_posts_are_asked_about_no_more_when_the_places_of_one_are_given_to_another_man(case: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (question,) = kashf_json("review", case, home=home)["posts"]
    his = [f"{each['document']}#{each['page']}:{each['start']}-{each['end']}" for each in question["posts"][0]["places"]]

    kashf("reassign", case, *his, "--new", OTHER, home=home)

    assert [] == asked(case, home)
