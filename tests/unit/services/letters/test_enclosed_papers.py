"""What a letter says it encloses may lie behind it in the pile: told with what speaks for it, or said not to be there."""

from __future__ import annotations

from pathlib import Path

from tests.stories.command import kashf, kashf_json

COVER = (
    "ولاية المرج\nديوان الجسور\nالعدد: 417\nالتاريخ: ٤ أيار ٢٠١٤م\nإلى / مكتب المخازن\nنرسل لكم ما طلبتم.\n"
    "المرفقات: كشف بأسماء الحراس\nسالم الوردي\nالمدير\n"
)
LIST = "كشف بأسماء الحراس\n1 سعد الزهري\n2 نادر الكرمي\n3 هاني البدوي\n"
OTHER = "ولاية المرج\nديوان السوق\nالعدد: 88\nالتاريخ: ٩ أيار ٢٠١٤م\nإلى / كافة المكاتب\nيمنع على التجار السفر ليلا.\nسالم الوردي\nالمدير\n"


NAMING = OTHER.replace("ليلا.", "ليلا. وصل كتابكم 417.")

#: Folders, what lies in each, and what may be the enclosure of its 2.txt.
PILES: dict[str, tuple[dict[str, str], list[tuple[str, list[str]]]]] = {
    "next": ({"2": COVER, "10": LIST, "11": OTHER}, [("10.txt", ["next", "same-words", "no-head"])]),
    "behind another": ({"2": COVER, "3": OTHER, "4": LIST}, [("4.txt", ["near", "same-words", "no-head"])]),
    "before it": ({"1": LIST, "2": COVER, "3": OTHER}, []),
    "names its number": ({"2": COVER, "3": NAMING}, [("3.txt", ["next", "names-letter", "own-letter"])]),
    "alone": ({"2": COVER}, []),
    "followed by another folder": ({"2": COVER}, []),
    "followed by another folder, the list": ({"3": LIST}, []),
}


def test_what_lies_behind_a_letter_in_its_folder_may_be_what_it_encloses(tmp_path: Path) -> None:
    home, case, leak = tmp_path / "home", tmp_path / "a.case", tmp_path / "leak"
    for at, (folder, (files, _)) in enumerate(PILES.items()):
        (leak / folder).mkdir(parents=True)
        for name, text in files.items():
            # Each file its own bytes: copies of one letter would be seen in the first folder alone.
            (leak / folder / f"{name}.txt").write_text(f"{text}\n{'-' * (at + 1)}\n", encoding="utf-8")
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "heron-1", home=home)

    letters = kashf_json("letters", case, "--limit", "50", home=home)["letters"]
    found = {
        each["path"].split("/")[-2]: [
            (one["path"].rpartition("/")[2], one["signs"]) for paper in each["enclosed"] for one in paper["perhaps"]
        ]
        for each in letters
        if each["path"].endswith("/2.txt")
    }
    assert {folder: perhaps for folder, (files, perhaps) in PILES.items() if "2" in files} == found

    printed = kashf("letters", case, home=home).stdout
    assert "[next in the pile, says the same" in printed
    assert "not in the pile as far as can be seen" in printed
