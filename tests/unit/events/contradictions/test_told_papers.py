"""What letters and registers say of a paper that is here is held against what it says itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.date import FuzzyDate
from kashf.domain.letters.letter import Addressee, AddresseeKind, CitedPaper
from kashf.domain.letters.logged_paper import BookKind, LoggedPaper
from kashf.domain.letters.said import PaperDate, PaperNumber
from kashf.events.contradictions.contradiction import Clash
from kashf.events.contradictions.told_papers import told_in_letters, told_in_rows, told_otherwise
from kashf.events.posts.post_signs import PostPaper
from tests.unit.events.posts.made_papers import Bodies, paper, said


def numbered(document: str, number: str, day: str, office: str = "bridges", to: str = "") -> PostPaper:
    blank = paper(document, day, office=office, to=to)
    return replace(blank, letter=replace(blank.letter, number=PaperNumber(said(number, document), number)))


def citing(document: str, day: str, number: str, cited_day: str = "", author: str = "bridges") -> PostPaper:
    blank = paper(document, day, to="bridges")
    date = PaperDate(said(cited_day, document), FuzzyDate.read(cited_day)) if cited_day else None
    cited = CitedPaper(said(number, document), None, said(author, document) if author else None, PaperNumber(said(number), number), date)
    return replace(blank, letter=replace(blank.letter, cited=(cited,)))


def found(*papers: PostPaper) -> list[Clash]:
    return [each.clash for each in told_otherwise(told_in_letters(papers, Bodies()), papers, Bodies())]


@pytest.mark.parametrize(
    ("cited_day", "expected"),
    [
        ("2014-03-12", [Clash.TOLD_OTHERWISE]),
        ("2014-03-18", []),
        ("2012-03-12", []),  # Of another year, in which there was a 14 too.
    ],
)
def test_a_citation_with_another_day_of_that_year_is_told(cited_day: str, expected: list[Clash]) -> None:
    assert expected == found(numbered("a", "14", "2014-03-18"), citing("b", "2014-06-01", "14", cited_day))


@pytest.mark.parametrize("author", ["bridges", ""])
def test_an_answer_that_is_older_than_the_letter_with_its_number_is_told(author: str) -> None:
    assert [Clash.CITES_LATER] == found(numbered("a", "14", "2014-03-18"), citing("b", "2014-03-02", "14", author=author))


def test_a_number_that_two_papers_have_tells_nothing() -> None:
    papers = (numbered("a", "14", "2014-03-18"), numbered("c", "14", "2013-03-18"), citing("b", "2014-03-02", "14"))

    assert [] == found(*papers)


def row(day: str, receiver: str) -> LoggedPaper:
    date = PaperDate(said(day, "r"), FuzzyDate.read(day))
    number = PaperNumber(said("14", "r"), "14")
    return LoggedPaper(said("14", "r"), BookKind.OUTGOING, said("bridges", "r"), said(receiver, "r"), number, date=date)


@pytest.mark.parametrize(
    ("day", "receiver", "expected"),
    [("2014-03-18", "mills", 0), ("2014-03-18", "court", 0), ("2014-03-18", "bridges", 1), ("2014-03-20", "mills", 1)],
)
def test_a_row_of_a_register_with_another_day_or_addressee_is_told(day: str, receiver: str, expected: int) -> None:
    letter = numbered("a", "14", "2014-03-18", to="mills")
    assert (Addressee(said("mills", "a"), AddresseeKind.OFFICE),) == letter.letter.addressees

    assert expected == len([*told_otherwise(told_in_rows([row(day, receiver)], Bodies()), [letter], Bodies())])
