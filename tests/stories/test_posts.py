"""Who held which post when, from files to the answer."""

from __future__ import annotations

from pathlib import Path

from tests.stories.command import kashf, kashf_json

ORDER = "ولاية المرج\nديوان الجسور\nالعدد: {number}\nالتاريخ: {day}\nإلى / كافة المكاتب\n{body}\n{signed}\n"
PAPERS = (
    ("١٠٤", "٢٥/٥/٢٠١٤م", "يمنع على التجار السفر إلى وادي الغيم.", "سالم الوردي\nمدير المكتب"),
    ("١٠٩", "٢٠/٦/٢٠١٤م", "تقرر إصلاح الجسر القديم وفتح الطريق أمام السيارات.", "مدير المكتب"),
    ("١١٤", "٢٦/٧/٢٠١٤م", "نرجو موافاتنا بقائمة أسماء العاملين في المطاحن.", "سالم الوردي\nمدير المكتب"),
)


def test_a_post_alone_is_named_by_the_signatures_around_it(tmp_path: Path) -> None:
    home, leak, case = tmp_path / "home", tmp_path / "leak", tmp_path / "a.case"
    leak.mkdir()
    for number, day, body, signed in PAPERS:
        (leak / f"{number}.txt").write_text(ORDER.format(number=number, day=day, body=body, signed=signed), encoding="utf-8")
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)

    found = kashf_json("posts", case, home=home)

    (post,) = found["posts"]
    (tenure,) = post["tenures"]
    assert ("2014-05-25", "2014-07-26") == (tenure["seen_from"]["day"], tenure["seen_to"]["day"])
    assert [("certain", ["سالم الوردي"], True)] == [(each["how_sure"], each["holders"], each["is_derived"]) for each in post["nameless"]]
    assert (3, 0, 0) == (found["letters"], found["copies"], found["undated"])
    assert '"ولاية المرج > ديوان الجسور","مدير المكتب","سالم الوردي"' in kashf("posts", case, "--csv", home=home).stdout


def test_a_paper_that_is_dated_after_it_came_makes_no_tenure_longer_and_is_told(tmp_path: Path) -> None:
    home, leak, case = tmp_path / "home", tmp_path / "leak", tmp_path / "a.case"
    leak.mkdir()
    for number, day, body, signed in (*PAPERS, ("١٢٠", "١/١/٢٠٩٥م", PAPERS[0][2], PAPERS[0][3])):
        (leak / f"{number}.txt").write_text(ORDER.format(number=number, day=day, body=body, signed=signed), encoding="utf-8")
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)

    found = kashf_json("posts", case, home=home)

    ((tenure,),) = [post["tenures"] for post in found["posts"]]
    assert ("2014-05-25", "2014-07-26") == (tenure["seen_from"]["day"], tenure["seen_to"]["day"])
    assert 1 == found["ahead"]


def test_papers_that_are_dated_after_they_came_make_no_two_holders(tmp_path: Path) -> None:
    home, leak, case = tmp_path / "home", tmp_path / "leak", tmp_path / "a.case"
    leak.mkdir()
    signed = ("سالم الوردي\nمدير المكتب", "رامي الحداد\nمدير المكتب", "سالم الوردي\nمدير المكتب")
    for (number, _, body, _), day, foot in zip(PAPERS, ("٢٥/١/٢٠٩٥م", "٢٠/٦/٢٠٩٥م", "٢٦/١٢/٢٠٩٥م"), signed, strict=True):
        (leak / f"{number}.txt").write_text(ORDER.format(number=number, day=day, body=body, signed=foot), encoding="utf-8")
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)

    found = kashf_json("clashes", case, home=home)

    assert {"after-receipt"} == {each["kind"] for each in found["contradictions"]}
