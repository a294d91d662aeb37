"""Chains as lines, rows and JSON: every link shows what speaks for it, and what is missing says that its days are derived."""

from __future__ import annotations

from kashf.show.chains.chain_lines import HEADER, chain_answer, chain_lines, chain_rows
from tests.unit.events.chains.made_letters import ACKNOWLEDGEMENT, ORDER, OTHERS, find_chains, letters_of, place

(CHAIN,) = find_chains(letters_of(ORDER, ACKNOWLEDGEMENT, *OTHERS), {})
PATHS = {place(1): "a.txt", place(2): "b.txt"}


def test_lines_tell_papers_links_and_what_is_missing() -> None:
    lines = list(chain_lines(CHAIN, PATHS))

    assert "operation \u2068Red Lamp\u2069: 2 papers, 1 missing" == lines[0]
    assert lines[1].startswith("  2014-05-25  order no. \u2068R/12\u2069")
    link = next(line for line in lines if line.startswith("    acknowledges"))
    assert link.endswith("certainly later")
    assert any("cited agrees (number-and-day) +" in line for line in lines)
    assert lines[-1].startswith("  missing completion: expected after")
    assert "derived: to be looked for from 2014-" in lines[-1]


def test_json_gives_places_and_bits_that_add_up() -> None:
    told = chain_answer(CHAIN, PATHS)

    (link,) = told["links"]
    assert (place(2), place(1), "acknowledges", "certain") == (link["later"], link["earlier"], link["kind"], link["order"])
    assert abs(link["bits"] - link["prior_bits"] - sum(each["bits"] for each in link["features"])) < 0.1
    cited = next(each for each in link["features"] if each["name"] == "cited")
    assert place(2) == cited["later"][0]["span"]["document"]
    (missing,) = told["missing"]
    assert (place(1), True) == (missing["follows"], missing["is_derived"])
    assert [{place(1): "a.txt"}, {place(2): "b.txt"}] == [each["paths"] for each in told["letters"]]


def test_a_table_has_a_row_for_each_paper_and_each_gap() -> None:
    rows = list(chain_rows(CHAIN, PATHS))

    assert {len(HEADER)} == {len(row) for row in rows}
    assert [(place(1), ""), (place(2), ""), ("", "expected")] == [(row[2], row[13]) for row in rows]
