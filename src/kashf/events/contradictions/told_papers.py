"""What letters and registers say of another paper, held against that paper where it is here: its day, to whom it went, which came first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kashf.domain.date import UNDATED, Relation
from kashf.domain.letters.letter import AddresseeKind, CitedPaper
from kashf.domain.letters.logged_paper import LoggedPaper
from kashf.domain.letters.said import PaperDate, PaperNumber, Said
from kashf.events.contradictions.between_papers import are_of_one_year, are_two_days
from kashf.events.contradictions.contradiction import Clash, ClashSide, Contradiction, Innocent
from kashf.events.posts.post_signs import Offices, PostPaper


@dataclass(frozen=True, slots=True)
class ToldPaper:
    """What a letter or a row of a register says of a paper.

    Args:
        said: Where.
        office: Whose paper it is; "" where that cannot be told.
        number: Its number.
        date: Its day; None where none is said.
        teller: The letter that says so; None for a register.
        receiver: To which office it went; "" where that is not said, or names none of the pile.
    """

    said: Said
    office: str
    number: PaperNumber
    date: PaperDate | None = None
    teller: PostPaper | None = None
    receiver: str = ""


def told_in_letters(papers: Iterable[PostPaper], offices: Offices) -> Iterator[ToldPaper]:
    """Yield the papers with a number that letters cite; "your letter" is one of the office that the letter goes to."""
    for paper in papers:
        yours = {offices.which(each.said.text) for each in paper.letter.addressees if each.kind is not AddresseeKind.CLASS} - {""}
        for cited in paper.letter.cited:
            office = _author(cited, yours, offices)
            if cited.number and office and office != paper.office:
                yield ToldPaper(cited.said, office, cited.number, cited.date, paper)


def _author(cited: CitedPaper, yours: set[str], offices: Offices) -> str:
    if cited.author:
        return offices.which(cited.author.text)
    return next(iter(yours)) if len(yours) == 1 else ""


def told_in_rows(rows: Iterable[LoggedPaper], offices: Offices) -> Iterator[ToldPaper]:
    """Yield the papers with a number and a sender that rows of registers name."""
    for row in rows:
        office = offices.which(row.sender.text) if row.sender else ""
        if row.number and office:
            yield ToldPaper(row.said, office, row.number, row.date, None, offices.which(row.receiver.text) if row.receiver else "")


def told_otherwise(told: Iterable[ToldPaper], papers: Iterable[PostPaper], offices: Offices) -> Iterator[Contradiction]:
    """Yield where the one paper of an office with a number says another day or addressee than is told of it, or is later than who cites it.

    Only within one year of both calendars, since numbers begin anew; none is certain, since an office may have two series of numbers.
    """
    by_number: Mapping[tuple[str, str], list[PostPaper]] = _by_number(papers)
    for each in told:
        # Not by aliases: read from its other end, a number is another paper's as often.
        there = by_number.get((each.office, each.number.normal), [])
        if len(there) != 1 or there[0].document == each.said.span.document or there[0].date is None:
            continue
        yield from _dated_otherwise(each, there[0], there[0].date)
        if found := _addressed_otherwise(each, there[0], offices):
            yield found


def _by_number(papers: Iterable[PostPaper]) -> Mapping[tuple[str, str], list[PostPaper]]:
    found: dict[tuple[str, str], list[PostPaper]] = defaultdict(list)
    for paper in papers:
        if paper.letter.number and paper.office:
            found[paper.office, paper.letter.number.normal].append(paper)
    return found


def _dated_otherwise(told: ToldPaper, paper: PostPaper, own: PaperDate) -> Iterator[Contradiction]:
    facts = {"number": told.number.normal}
    if told.date and told.date.date.is_known:
        said, is_apart = told.date.date, are_two_days(told.date.date, own.date)
        if is_apart and not said.is_derived and are_of_one_year(said, own.date):
            yield Contradiction(
                Clash.TOLD_OTHERWISE, False, (ClashSide(told.said, said), ClashSide(own.said, own.date)), _innocent(told, paper), facts
            )
        return
    teller = told.teller.written if told.teller else UNDATED
    if teller.compare(own.date) is Relation.BEFORE and are_of_one_year(teller, own.date):
        sides = ClashSide(told.said, teller), ClashSide(own.said, own.date)
        yield Contradiction(Clash.CITES_LATER, False, sides, _innocent(told, paper), facts)


def _addressed_otherwise(told: ToldPaper, paper: PostPaper, offices: Offices) -> Contradiction | None:
    """Return where a register has another office as the one that a paper goes to, and both are known; a day that agrees ties the two."""
    addressed = [each for each in paper.letter.addressees if each.kind is AddresseeKind.OFFICE]
    to = offices.which(addressed[0].said.text) if len(paper.letter.addressees) == len(addressed) == 1 else ""
    is_other = to and told.receiver and to != told.receiver
    is_near = is_other and not (offices.is_below(to, told.receiver) or offices.is_below(told.receiver, to))
    if not (is_near and told.date and told.date.date.days and paper.written.days and told.date.date.bounds == paper.written.bounds):
        return None
    sides = ClashSide(told.said, told.date.date), ClashSide(addressed[0].said, paper.written)
    return Contradiction(Clash.TOLD_OTHERWISE, False, sides, _innocent(told, paper), {"number": told.number.normal})


def _innocent(told: ToldPaper, paper: PostPaper) -> tuple[Innocent, ...]:
    is_picture = paper.is_picture or (told.teller is not None and told.teller.is_picture)
    return Innocent.SLIP, Innocent.TWO_SERIES, Innocent.VERSION, *((Innocent.MISREAD,) if is_picture else ())
