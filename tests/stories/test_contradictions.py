"""What letters say that cannot both be so, from files to the answer."""

from __future__ import annotations

from pathlib import Path

from tests.stories.command import kashf, kashf_json

HEAD = "ولاية المرج\nديوان الجسور\nالعدد: {number}\nالتاريخ: {day}\nإلى / كافة المكاتب\n{body}\n{signed}\n"
PAPERS = {
    "a.txt": ("١٠٤", "٢٥/٥/٢٠١٤م", "يمنع على التجار السفر إلى وادي الغيم.", "سالم الوردي\nمدير المكتب"),
    "b.txt": ("١٠٤", "٢٠/٦/٢٠١٤م", "تقرر إصلاح الجسر القديم وفتح الطريق أمام السيارات.", "مدير المكتب"),
    "c.txt": ("١١٤", "٢٦/٧/٢٠٩٩م", "نرجو موافاتنا بقائمة أسماء العاملين في المطاحن.", "مدير المكتب"),
}


def test_contradictions_are_told_with_both_places_and_what_may_explain_them(tmp_path: Path) -> None:
    home, leak, case = tmp_path / "home", tmp_path / "leak", tmp_path / "a.case"
    leak.mkdir()
    for name, (number, day, body, signed) in PAPERS.items():
        (leak / name).write_text(HEAD.format(number=number, day=day, body=body, signed=signed), encoding="utf-8")
    (tmp_path / "lives.csv").write_text("name,died\nSalem al-Wardi,2013\n", encoding="utf-8")
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)

    found = kashf_json("clashes", case, "--lives", tmp_path / "lives.csv", home=home)

    said = [[side.get("text", side.get("told")) for side in each["sides"]] for each in found["contradictions"]]
    told = [(each["kind"], each["certain"], sides) for each, sides in zip(found["contradictions"], said, strict=True)]
    assert ("number-twice", True, ["١٠٤", "١٠٤"]) in told
    assert ("after-death", False, ["سالم الوردي", "lives.csv, line 2"]) in told
    assert ["after-receipt"] == [kind for kind, is_certain, _ in told if is_certain and kind != "number-twice"]
    assert (3, 3, 0, 1) == tuple(found[key] for key in ("of", "letters", "undated", "lives"))
    assert all(each["innocent"] for each in found["contradictions"])


def test_an_honest_letter_contradicts_nothing(tmp_path: Path) -> None:
    home, leak, case = tmp_path / "home", tmp_path / "leak", tmp_path / "a.case"
    leak.mkdir()
    number, day, body, signed = PAPERS["a.txt"]
    (leak / "a.txt").write_text(HEAD.format(number=number, day=day, body=body, signed=signed), encoding="utf-8")
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)

    kashf("clashes", case, home=home, expect=1)


def test_one_man_in_two_far_places_on_two_days_is_possible_and_never_certain(tmp_path: Path) -> None:
    home, leak, case = tmp_path / "home", tmp_path / "leak", tmp_path / "a.case"
    leak.mkdir()
    for name, day, place in (("a.txt", "٢٥/٥/٢٠١٤م", "بغداد"), ("b.txt", "٢٦/٥/٢٠١٤م", "الدار البيضاء")):
        number, _, body, _ = PAPERS[name]
        text = HEAD.format(number=f"{number}{name[0]}", day=f"{day}\nمكان الإصدار: {place}", body=body, signed="سالم الوردي\nمدير المكتب")
        (leak / name).write_text(text, encoding="utf-8")
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)

    found = kashf_json("clashes", case, "--kind", "two-places", home=home)

    ((kind, is_certain, facts),) = [(each["kind"], each["certain"], each["facts"]) for each in found["contradictions"]]
    assert ("two-places", False, "Baghdad; Casablanca") == (kind, is_certain, facts["places"])
    assert 2 == found["placed"]
    kashf("clashes", case, "--kind", "two-places", "--km-a-day", "20000", home=home, expect=1)
