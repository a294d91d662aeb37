"""Documents that hold several letters: each is a letter of its own, with its own places, in every list."""

from __future__ import annotations

from pathlib import Path

from tests.stories.command import kashf, kashf_json


def order(number: int, day: str, matter: str) -> str:
    return (
        f"ولاية المرج\nديوان الجسور\nالعدد: {number}\nالتاريخ: {day}\nإلى / كافة المكاتب\n"
        f"يمنع على {matter} السفر إلى وادي الغيم.\nسالم الوردي\nالمدير\nختم: ديوان الجسور\n"
    )


ORDERS = [order(101, "٤ أيار ٢٠١٤م", "التجار"), order(103, "٦ أيار ٢٠١٤م", "الطلاب"), order(104, "٧ أيار ٢٠١٤م", "الرعاة")]


def test_each_letter_of_a_bundle_is_listed_numbered_and_acts_by_itself(tmp_path: Path) -> None:
    home, case, leak = tmp_path / "home", tmp_path / "a.case", tmp_path / "leak"
    leak.mkdir()
    text = "\n".join(ORDERS)
    (leak / "bundle.txt").write_text(text, encoding="utf-8")
    (leak / "alone.txt").write_text(ORDERS[1], encoding="utf-8")
    (leak / "102.txt").write_text(order(102, "٥ أيار ٢٠١٤م", "الصيادين"), encoding="utf-8")
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)

    found = kashf_json("letters", case, home=home)["letters"]
    parts = [each for each in found if each.get("part")]
    assert [(1, 3), (2, 3), (3, 3)] == [(each["part"]["nth"], each["part"]["of"]) for each in parts]
    assert ["101", "103", "104"] == [each["number"]["normal"] for each in parts]
    for each in parts:
        span = each["number"]["said"]["span"]
        assert each["number"]["said"]["text"] == text[span["start"] : span["end"]]

    (series,) = kashf_json("registers", case, home=home)["series"]
    assert [101, 102, 103, 104] == [each["number"] for each in series["here"]]  # the one that also lies alone is one letter
    acts = kashf_json("acts", case, home=home)
    assert (4, 1) == (acts["letters"], acts["copies"])
    assert 4 == len({each["id"] for each in acts["acts"]})
    printed = kashf("letters", case, home=home).stdout
    assert "letter 2 of 3 from p. 1 on" in printed

    second = next(line for line in printed.splitlines() if "letter 2 of 3" in line).split()[0]
    assert second.endswith(".2")
    assert "114" in kashf("letters", case, second, "--correct", "number=114", "--as", "Nour", home=home).stdout
    corrected = kashf_json("letters", case, second, home=home)["letters"]
    assert [(2, "114")] == [(each["part"]["nth"], each["number"]["normal"]) for each in corrected]
    refused = kashf("letters", case, f"{second[:-1]}9", "--correct", "number=1", "--as", "Nour", home=home, expect=1)
    assert "there is no 9" in refused.stderr
