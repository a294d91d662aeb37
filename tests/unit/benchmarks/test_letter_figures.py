"""How a letter that was read is held against its truth."""

from typing import Any

import pytest

from benchmarks.letters.letter_figures import LetterFigures
from kashf.events.letters.paper_numbers import normal_number

TRUTH: dict[str, Any] = {
    "id": "L1",
    "issuer": None,
    "written": None,
    "addressees": [],
    "subject": None,
    "title": None,
    "from": None,
    "place_of_issue": None,
    "classification": None,
    "signatory": None,
    "stamp": None,
    "copies": [],
    "enclosures": [],
    "references": [],
    "speech_act": "letter",
    "acts": [],
}


def read_act(kind: str, force: str) -> dict[str, Any]:
    return {"kind": kind, "force": force, "who": None, "by_when": None, "things": [], "origin": None, "goal": None, "author": None}


def true_act(kind: str, force: str) -> dict[str, Any]:
    parts = dict.fromkeys(("agent", "quoted_from", "sum", "from", "to", "place", "deadline"))
    return {"kind": kind, "force": force, "forbidden": force == "forbid", "items": [], "persons": [], **parts}


def scored(normal: str, read: str) -> tuple[int, int, int]:
    figures = LetterFigures()
    number = normal_number(read)
    turned = "/".join(reversed(number.split("/")))
    figures.add(TRUTH | {"number": {"normal": normal}}, {"number": {"normal": number, "aliases": [turned]}, "speech_act": "letter"})
    tally = figures.fields["number"]
    return tally.right, tally.wrong, tally.missing


@pytest.mark.parametrize("read", ["خـب\\٤٤\\٧", "خب: 44 - 7", "٧ / ٤٤ / خب", "خب ٤٤.٧"])
def test_a_number_is_right_whatever_stands_between_its_parts(read: str) -> None:
    assert (1, 0, 0) == scored("خب/44/7", read)


@pytest.mark.parametrize("read", ["44", "خب", "خب/7/44", "خب/44/71"])
def test_a_number_of_other_parts_is_wrong(read: str) -> None:
    assert (0, 1, 1) == scored("خب/44/7", read)


@pytest.mark.parametrize(("force", "right"), [("not-done", 1), ("order", 0)])
def test_an_act_of_the_right_kind_has_the_right_force_only_where_both_are(force: str, right: int) -> None:
    figures = LetterFigures()
    truth = TRUTH | {"number": None, "acts": [true_act("carry_arms", "not_done")]}

    figures.add(truth, {"speech_act": "letter", "acts": [read_act("carry-arms", force)]})

    assert [1, right] == [figures.fields[name].right for name in ("acts", "acts: force")]
