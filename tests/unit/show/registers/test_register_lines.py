"""Registers as lines and as a table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from kashf.events.registers.rebuild import rebuild
from kashf.events.registers.register_letters import RegisterLetter
from kashf.events.registers.shares.gaps_at_events import GapsAtEvents, GapsChecked
from kashf.services.registers.rebuild_registers import CaseRegisters
from kashf.show.registers.register_answer import REGISTER_HEADER, register_rows, registers_answer
from kashf.show.registers.register_lines import left_out_of_registers, register_lines
from tests.register_papers import cites, letter, series_of


def _found(letters: Sequence[RegisterLetter]) -> CaseRegisters:
    return CaseRegisters(rebuild(letters), {each.id: f"leak/{each.id}.txt" for each in letters}, (), 0, 1, 0, {}, 0, 0)


_WHOLE = series_of({serial: serial for serial in range(1, 41) if serial not in {7, 8, 9, 30}})
_PILE = [
    *_WHOLE,
    letter("undated", "30"),
    letter("again", "12", "2014-01-13"),
    letter("late", "9", "2014-06-01"),
    letter("citing", "41", "2014-02-15", cites("8", "2014-01-09"), cites("8"), cites("41", "2014-02-15"), cites("77", author="The Mill")),
]


def _plain(words: str) -> str:
    """Return words without the marks that keep those of other scripts apart."""
    return words.replace("\u2068", "").replace("\u2069", "")


def test_a_series_is_told_with_what_is_missing_cited_doubled_and_odd() -> None:
    told = _plain("\n".join(register_lines(_found(_PILE))))

    for words in (
        "gaps: 7\n",
        "cited, never seen: 8\n",
        "12 stands on 2 letters: L12, again",
        "out of order: 9 of 2014-06-01",
        "may be",
        "a forgery",
        "8 of Plains > General Office, 2014-01-09: cited 2 times, never seen",
        "77 of The Mill, no date: cited once, never seen",
        "undated [2014-01-30..2014-02-01]",
        "derived dates judge nothing",
        "cites itself: citing",
    ):
        assert words in told, words


def test_below_half_of_a_series_no_line_calls_anything_a_gap() -> None:
    told = "\n".join(register_lines(_found(series_of({serial: serial for serial in range(1, 90, 4)}))))

    assert "not seen (less than half is here, so none is called a gap): 2-4" in told
    assert "gaps:" not in told


def test_the_answer_has_all_of_it_and_says_what_nobody_checked() -> None:
    answer = json.loads(json.dumps(registers_answer(_found(_PILE))))
    (series,) = answer["series"]

    assert ([[7, 7]], True, [8]) == (series["missing"], series["are_gaps"], series["never_seen"])
    assert ("not checked", 0.9) == (answer["gaps_beside_events"], answer["level"])
    assert ("undated", True) == (answer["undated"][0]["document"], answer["undated"][0]["is_derived"])
    assert "not checked" in left_out_of_registers(_found(_PILE))


def test_every_row_has_a_cell_for_each_column() -> None:
    rows = list(register_rows(_found(_PILE)))

    assert {len(REGISTER_HEADER)} == {len(row) for row in rows}
    assert {"here", "cited, never seen", "gap"} == {str(row[5]) for row in rows}
    assert ["[2014-01-30..2014-02-01]"] == [row[7] for row in rows if row[8] == "undated"]


def test_gaps_beside_events_are_told_with_what_is_here_or_with_why_they_are_not() -> None:
    found = _found(_PILE)
    told = replace(found, at_events=GapsAtEvents(GapsChecked.CHECKED, 3, 40, 0.5, 0.2, 0.013))
    few = replace(found, at_events=GapsAtEvents(GapsChecked.TOO_FEW))

    assert "of 40 missing numbers 50% lie within 7 days" in left_out_of_registers(told)
    assert "cannot be said, too few" in left_out_of_registers(few)
    assert 0.013 == registers_answer(told)["gaps_beside_events"]["chance"]


def test_a_number_that_is_alone_is_printed_whole() -> None:
    found = _found([letter("alone", "1147/ص/3", "2014-01-05")])

    assert ["Plains > General Office: one here, 1147/ص/3; one number does not tell which part of it runs"] == [
        _plain(line) for line in register_lines(found)
    ]
    assert not registers_answer(found)["series"][0]["is_running_part_known"]


def test_years_without_a_number_between_two_are_one_stretch() -> None:
    told = "\n".join(
        register_lines(_found([letter("a", "1", "2014-01-05"), letter("b", "2", "2014-02-05"), letter("c", "3", "2055-01-01")]))
    )

    assert "2014-03 to 2054-12 none" in told
    assert "2030-" not in told


def _unseen(id: str, written: str, on: str) -> RegisterLetter:
    made = letter(id, written, on)
    assert made.number
    return replace(made, number=replace(made.number, is_unseen=True))


def test_numbers_of_scans_that_nobody_looked_at_are_marked_and_bound_no_gap() -> None:
    pile = [
        *series_of({serial: serial for serial in range(1, 41)}),
        _unseen("scan", "43", "2014-02-12"),
        _unseen("other", "46", "2014-02-15"),
    ]
    told = "\n".join(register_lines(_found(pile)))

    assert "not confirmed, so that they bound no gap: 43, 46" in told
    assert "gaps:" not in told
    assert "one here, 22988 (not confirmed)" in "\n".join(register_lines(_found([_unseen("scan", "22988", "2014-02-12")])))
