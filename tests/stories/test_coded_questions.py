"""A question is put to a drawn sample, answered by two people apart, settled, and comes to figures that say what they rest on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.command import kashf, kashf_json

WORDS = "يسافر المتدرب إلى خارج وادي الغيم"
OTHER_WORDS = "يدرب الرجال الأربعة في ساحل الزيتون قبل نهاية الشهر ثم يعودون"
LETTERS = (
    f"ولاية المرج\nديوان الجسور\nالعدد: ٣/٦/١٠٤\nالتاريخ: ٢٥/٥/٢٠١٤م\nإلى / كافة المكاتب\n{WORDS}\nسالم الوردي\nالمدير\n",
    f"ولاية الساحل\nمكتب التدريب\nالعدد: ٨/١٧\nالتاريخ: ٢٤/٥/٢٠١٤م\nإلى / قائد كتيبة الفجر\n{OTHER_WORDS}\nحسين الفيروزي\nالأمير\n",
    "ديوان الحسبة\nالعدد: ٩٩\nالتاريخ: ٢٣/٥/٢٠١٤م\nإلى / والي الريحانة\nيمنع على التجار دخول السوق القديم بلا إذن من المكتب\nأبو سالم\n",
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    leak, case = tmp_path / "leak", tmp_path / "leak.case"
    leak.mkdir()
    for number, letter in enumerate(LETTERS):
        (leak / f"{number}.txt").write_text(letter, encoding="utf-8")
    (leak / "copy.txt").write_bytes((leak / "0.txt").read_bytes() + b"\n")
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "kestrel-2", home=home)
    kashf("process", case, home=home)
    return case


def coded(case: Path, home: Path, *words: str, by: str = "Layla Haddad", expect: int = 0) -> str:
    return kashf("code", case, *words, "--as", by, home=home, expect=expect).stderr


def frozen(case: Path, home: Path) -> dict[str, str]:
    """Freeze a question about all documents, and return these by what they are called."""
    coded(case, home, "freeze", "abroad", "--question", "Is travel abroad meant?", "--answers", "yes,no", "--sample", "9", "--seed", "1")
    told = kashf_json("code", case, "show", "abroad", home=home)
    assert ({"copies": 1}, 3, 3) == (told["left_out"], told["of"], told["drawn"])
    return {each["path"].rpartition("/")[2].replace("copy", "0"): each["document"] for each in told["sample"]}


def test_two_people_answer_apart_and_the_figures_say_what_they_rest_on(case: Path, home: Path) -> None:
    papers = frozen(case, home)
    for paper, words in (("0.txt", WORDS), ("1.txt", OTHER_WORDS)):
        coded(case, home, "answer", "abroad", papers[paper], "--is", "yes", "--words", words)
    coded(case, home, "answer", "abroad", papers["2.txt"], "--is", "no")

    others = kashf_json("code", case, "show", "abroad", "--as", "Omar Zaki", home=home)
    assert [[], [], []] == [each["codes"] for each in others["sample"]]
    own = kashf_json("code", case, "show", "abroad", "--as", "Layla Haddad", home=home)
    assert {"Layla Haddad"} == {code["by"] for each in own["sample"] for code in each["codes"]}
    assert (None, None, 0) == (own["alpha"], own["bound"], own["coded_by_two"])

    coded(case, home, "answer", "abroad", papers["0.txt"], "--is", "yes", "--words", WORDS, by="Omar Zaki")
    for paper in ("1.txt", "2.txt"):
        coded(case, home, "answer", "abroad", papers[paper], "--is", "no", by="Omar Zaki")
    told = kashf_json("code", case, "show", "abroad", home=home)
    assert (3, 1, {"yes": 1, "no": 1}) == (told["coded_by_two"], told["to_settle"], told["counts"])
    assert told["alpha"] == pytest.approx(4 / 9)
    assert "2014-05-25" == told["earliest_certain"]

    coded(case, home, "settle", "abroad", papers["1.txt"], "--is", "yes", "--because", "the words say abroad", by="Rana Qasim")
    settled = kashf_json("code", case, "show", "abroad", home=home)
    assert (told["alpha"], {"yes": 2, "no": 1}, 0) == (settled["alpha"], settled["counts"], settled["to_settle"])
    assert ("2014-05-24", papers["1.txt"]) == (settled["earliest_certain"], settled["earliest_document"])
    assert (2, 3, 3, 2) == tuple(settled["bound"][name] for name in ("found", "looked_at", "of", "most"))
    shown = kashf("code", case, "show", "abroad", home=home).stdout
    assert "agreement before settling: alpha 0.44" in shown
    assert "we looked at 3 of 3" in shown
    assert "3 of 3 documents coded by two people" in kashf("code", case, home=home).stdout
    assert kashf_json("verify", case, home=home)["ok"]


def test_what_is_given_in_a_wrong_way_is_told_and_nothing_is_written(case: Path, home: Path) -> None:
    papers = frozen(case, home)
    coded(case, home, "answer", "abroad", papers["0.txt"], "--is", "no")
    coded(case, home, "answer", "abroad", papers["0.txt"], "--is", "no", by="Omar Zaki")
    kashf("code", case, "show", "abroad", "--as", "Rana Qasim", home=home)
    coded(case, home, "answer", "abroad", papers["2.txt"], "--is", "no", by="Rana Qasim")
    entries = kashf_json("verify", case, home=home)["entries"]
    coded(case, home, "freeze", "abroad", "--question", "Again?", expect=2)
    coded(case, home, "freeze", "No Name", "--question", "Again?", expect=2)
    coded(case, home, "freeze", "other", "--question", "Again?", "--answers", "yes", expect=2)
    coded(case, home, "freeze", "other", expect=2)
    coded(case, home, "freeze", "other", "--question", "Again?", "--query", "برتقال", expect=2)
    coded(case, home, "answer", "abroad", papers["1.txt"], "--is", "yes", expect=2)
    coded(case, home, "answer", "abroad", papers["1.txt"], "--is", "perhaps", expect=2)
    coded(case, home, "answer", "abroad", papers["0.txt"], "--is", "no", by="Rana Qasim", expect=5)
    coded(case, home, "settle", "abroad", papers["0.txt"], "--is", "yes", "--because", "it is", expect=5)
    coded(case, home, "settle", "abroad", papers["0.txt"], "--is", "yes", expect=2)
    coded(case, home, "answer", "none", papers["1.txt"], "--is", "no", expect=1)
    coded(case, home, "answer", "abroad", expect=2)
    assert entries == kashf_json("verify", case, home=home)["entries"]


def test_a_bound_is_of_those_drawn_first_and_what_was_destroyed_is_answered_by_nothing(case: Path, home: Path) -> None:
    frozen(case, home)
    drawn = [each["document"] for each in kashf_json("code", case, "show", "abroad", home=home)["sample"]]
    for document in (drawn[0], drawn[2]):
        for by in ("Layla Haddad", "Omar Zaki"):
            coded(case, home, "answer", "abroad", document, "--is", "no", by=by)
    told = kashf_json("code", case, "show", "abroad", home=home)
    assert (0, 1, 3, 2) == tuple(told["bound"][name] for name in ("found", "looked_at", "of", "most"))
    assert (None, 2, None) == (told["alpha"], told["alpha_of"], told["earliest_certain"])

    kashf("destroy", case, drawn[0], "--why", "order of the court", "--yes", home=home)
    after = kashf_json("code", case, "show", "abroad", home=home)
    assert (True, [], None, 1) == (after["sample"][0]["destroyed"], after["sample"][0]["codes"], after["bound"], after["coded_by_two"])
