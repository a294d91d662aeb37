"""A case with sentences that are cleared, made with the real commands by two people."""

from __future__ import annotations

from pathlib import Path

from tests.stories.command import kashf, kashf_json

LINE = "اسحبوا ٤٠ شاحنة من مدينة الريحانة قبل يوم ٢٤ تشرين الثاني ٢٠١٣"
SENTENCE = "On 24 November 2013 at the latest 40 trucks were to leave al-Rayhana."
EXPLANATIONS = ("invented", "misread", "planted", "coincidence", "own-intelligence", "public-warning")


def case_with_letters(folder: Path, home: Path) -> Path:
    """Return a case with an order, a copy of it and another letter."""
    leak, case = folder / "leak-of-a-courier", folder / "leak.case"
    leak.mkdir()
    (leak / "order.txt").write_text(f"إلى قائد كتيبة الفجر\n{LINE}\nأبو سالم\n", encoding="utf-8")
    (leak / "copy.txt").write_text(f"إلى قائد كتيبة الفجر\n{LINE}\n أبو سالم\n", encoding="utf-8")
    (leak / "answer.txt").write_text("إلى ديوان الساقية\nلم تغادر أي شاحنة مدينة الريحانة في ذلك الشهر\nأمين المخزن\n", encoding="utf-8")
    kashf("init", case, home=home)
    kashf("add", case, leak, "--from", "kestrel-2", home=home)
    kashf("process", case, home=home)
    return case


def said(case: Path, home: Path, *words: str, by: str = "Layla Haddad", expect: int = 0) -> str:
    """Return what `kashf claim` said."""
    return kashf("claim", case, *words, "--as", by, home=home, expect=expect).stderr


def begun_card(case: Path, home: Path, sentence: str = SENTENCE) -> str:
    """Return a card with the order and its copy, a witness, and a letter that speaks against it."""
    before = {each["card"] for each in kashf_json("claim", case, home=home, expect=(0, 1))["cards"]}
    said(case, home, "add", "--text", sentence)
    (card,) = {str(each["card"]) for each in kashf_json("claim", case, home=home)["cards"]} - before
    for hit in kashf_json("find", case, "شاحنة", home=home)["hits"]:
        if "اسحبوا" in hit["snippet"]:
            said(case, home, "link", card, "--supports", "--paper", hit["document"], "--words", LINE)
        else:
            said(case, home, "link", card, "--against", "--paper", hit["document"], "--words", "لم تغادر أي شاحنة مدينة الريحانة")
    said(case, home, "link", card, "--supports", "--witness", "plover-1", "--knows", "saw", "--text", "The trucks left at night.")
    return card


def clear(case: Path, home: Path, card: str, *, because: str = "the register has it too") -> None:
    """Do what has to be done before a sentence goes out, and clear it."""
    for each in EXPLANATIONS:
        said(case, home, "explain", card, "--explanation", each, "--is", "ruled-out", "--because", because)
    for check in ("translation", "names", "source"):
        said(case, home, "check", card, "--check", check)
    said(case, home, "check", card, "--check", "reply", "--allegation", "You emptied it.", "--deadline", "2031-02-01")
    said(case, home, "check", card, "--check", "reply", "--answer", "They did not answer.")
    said(case, home, "check", card, "--check", "second-eyes", by="Omar Zaki")
    said(case, home, "clear", card, by="Omar Zaki")
