"""The letters of a third and a fourth hand, and how they are scored."""

import datetime as dt
from collections import Counter, defaultdict

import pytest

from benchmarks.accuracy.bench_letter_corpora import CORPORA, add, count, entries, report
from benchmarks.letters.letter_figures import Tally
from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force, Instruction, SpeechAct
from kashf.domain.letters.letter import CitedPaper, Letter, Signatory
from kashf.domain.letters.said import PaperDate, PaperNumber, Said

CORPUS = {hand: tuple(entries(path.read_text(encoding="utf-8"))) for hand, path in CORPORA.items()}
ENTRIES = tuple(entry for several in CORPUS.values() for entry in several)
KEYS = {"number", "written", "addressees", "offices", "subject", "signatory", "speech", "references", "acts"}
PAPER = {
    "id": "x",
    "truth": {
        "number": "7/b",
        "written": ["2014-03-05", "2014-03-05"],
        "addressees": ["the store"],
        "offices": ["Office"],
        "subject": None,
        "signatory": {"name": "Salim Harb", "post": "Head"},
        "speech": ["order", "request"],
        "references": [{"number": "12", "date": None, "author": "the Council"}],
        "acts": [["order", "deliver|pay", "hand over the flour"]],
        "may": ["have him sign"],
    },
}


def _said(text: str) -> Said:
    return Said(text, Span(DocumentId("0" * 64), 1, 0, len(text)), "truth", 1.0)


def _scored(letter: Letter, paper: dict = PAPER) -> dict[str, tuple[int, int, int]]:  # type: ignore[type-arg]  # JSON of the corpus
    tallies: dict[str, Tally] = defaultdict(Tally)
    add(tallies, paper, letter)
    return {name: (tally.right, tally.wrong, tally.missing) for name, tally in tallies.items()}


@pytest.mark.parametrize(
    ("hand", "texts"), [("third", {"ar": 34, "en": 14}), ("fourth", {"ar": 56, "en": 12, "fr": 4, "tr": 4, "fa": 4, "no": 12})]
)
def test_there_are_as_many_texts_as_told_with_every_field(hand: str, texts: dict[str, int]) -> None:
    assert texts == Counter(entry["id"][:2] for entry in CORPUS[hand])
    assert len(CORPUS[hand]) == len({entry["id"] for entry in CORPUS[hand]})
    assert [] == [entry["id"] for entry in CORPUS[hand] if not entry["truth"].keys() >= KEYS]


def test_texts_that_are_no_letters_say_nothing() -> None:
    assert [] == [entry["id"] for entry in ENTRIES if entry["id"].startswith("no") and any(entry["truth"].values())]
    assert [] == [entry["id"] for entry in ENTRIES if not entry["id"].startswith("no") and not entry["truth"]["speech"]]


def test_words_of_the_truth_stand_in_the_paper() -> None:
    told = [(" ".join(entry["text"].split()), word) for entry in ENTRIES for word in _words(entry["truth"])]

    assert len(told) >= 1100
    assert [] == [word for text, word in told if word not in text]


def _words(truth: dict) -> list[str]:  # type: ignore[type-arg]  # JSON of the corpus
    people = (*(truth["signatory"] or {}).values(), truth["subject"], *(each["author"] for each in truth["references"]))
    several = (*people, *truth["addressees"], *truth["offices"])
    return [each.split("|")[0] for each in several if each] + [act[2] for act in truth["acts"]] + truth.get("may", [])


def test_what_may_be_left_out_of_a_reference_is_neither_missing_nor_wrong() -> None:
    cited = {"number": "12", "date": None, "date_may": ["2014-03-05"] * 2, "author": "the Council|", "optional": True}
    paper = {"id": "x", "truth": {**PAPER["truth"], "references": [cited]}}
    day = PaperDate(_said("5 March"), FuzzyDate.on(dt.date(2014, 3, 5)))
    got = [
        (),
        (CitedPaper(_said("12"), number=PaperNumber(_said("12"), "12")),),
        (CitedPaper(_said("12"), author=_said("the Council"), number=PaperNumber(_said("12"), "12"), date=day),),
        (CitedPaper(_said("12"), author=_said("the Court"), number=PaperNumber(_said("12"), "12")),),
    ]
    scored = [_scored(Letter(cited=each), paper) for each in got]

    assert [(0, 0, 0), (1, 0, 0), (1, 0, 0), (1, 0, 0)] == [each["references"] for each in scored]
    assert [(0, 0, 0), (1, 0, 0), (1, 0, 0), (0, 1, 0)] == [each["references, with author"] for each in scored]


def test_what_is_no_letter_is_told_apart() -> None:
    nothing = {"id": "no-1", "truth": {**PAPER["truth"], **dict.fromkeys(("number", "written", "signatory"))}}
    nothing["truth"] |= dict.fromkeys(("addressees", "offices", "speech", "references", "acts"), ())
    letter = Letter(number=PaperNumber(_said("3"), "3"), speech_act=SpeechAct.ORDER)

    lines = list(report("fifth", [({**PAPER, "id": "en-1"}, None), (nothing, letter), ({**nothing, "id": "no-2"}, None)], most=1))

    assert "fifth hand: 1 letters (1 en); F1" == lines[0]
    assert "number                      0.000      0      0        1  0.000" == lines[2]
    assert "    en-1: not found [7/b], wrong []" == lines[3]
    assert [
        "taken for no letter: 1 of 1 en-1",
        "taken for a letter: 1 of 2 that are none no-1; values found in them, all wrong: 2",
    ] == lines[-2:]


def test_codes_of_the_truth_are_those_of_the_domain() -> None:
    speech = {code for entry in ENTRIES for code in entry["truth"]["speech"]}
    forces = {code for entry in ENTRIES for act in entry["truth"]["acts"] for code in act[0].split("|")}

    assert set() == speech - set(SpeechAct)
    assert set() == forces - set(Force)


def test_days_of_the_truth_are_in_order_and_three_at_most() -> None:
    days = [entry["truth"]["written"] for entry in ENTRIES if entry["truth"]["written"]]
    days += [cited["date"] for entry in ENTRIES for cited in entry["truth"]["references"] if cited["date"]]

    assert len(days) >= 150
    assert {0, 1, 2} == {(dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days for first, last in days}


def test_what_the_paper_says_is_right_in_every_field() -> None:
    day = PaperDate(_said("5 March 2014"), FuzzyDate.on(dt.date(2014, 3, 5)))
    letter = Letter(
        offices=(_said("OFFICE"),),
        number=PaperNumber(_said("7-b"), "7/b"),
        written=day,
        signatory=Signatory(_said("Col. Salim Harb"), _said("Head")),
        cited=(
            CitedPaper(_said("your 12"), author=_said("the Council"), number=PaperNumber(_said("12"), "12")),
            CitedPaper(_said("the law")),
        ),
        speech_act=SpeechAct.REQUEST,
        acts=(
            Instruction(_said("You are to hand over the flour at once"), "pay", Force.ORDER),
            Instruction(_said("and have him sign"), "other", Force.ORDER),
        ),
    )

    scored = _scored(letter)

    assert {"addressee": (0, 0, 1), "subject": (0, 0, 0)} == {name: got for name, got in scored.items() if got != (1, 0, 0)}


def test_an_empty_reading_misses_what_is_said_and_is_wrong_nowhere() -> None:
    assert {(0, 0, 1), (0, 0, 0)} == set(_scored(Letter()).values())


def test_an_act_of_another_force_or_kind_is_right_by_its_clause_alone() -> None:
    scored = _scored(Letter(acts=(Instruction(_said("hand over the flour"), "list", Force.FORBID),)))

    assert [(1, 0, 0), (0, 1, 1)] == [scored["acts: clause"], scored["acts"]]


@pytest.mark.parametrize("got", [["ab", "a"], ["a", "ab"]])
def test_as_many_are_paired_as_can_be(got: list[str]) -> None:
    tally = Tally()

    count(tally, "x", ["a", "b"], got, same=lambda wanted, found: wanted in found, spare=lambda _: False)

    assert (2, 0, 0) == (tally.right, tally.wrong, tally.missing)
