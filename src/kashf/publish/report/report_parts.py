"""What a report is made of. Its JSON is the report: the page, the printed one and every check are made from that alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final

from kashf.domain.ids import Json

#: The form of report.json; a later kashf that writes another one says so.
REPORT_FORM: Final = 1


class ReportTemplate(StrEnum):
    """What a report is for."""

    FINDING = "finding"
    CHRONOLOGY = "chronology"
    PERSON = "person"
    CORRECTIONS = "corrections"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedWords:
    """Words of a paper.

    Args:
        label: By which the report names them, as "1.2".
        paper: Number of the paper in this report, from 1; copies of one text are one.
        page: From 1.
        start: First code point of the page.
        end: One past the last.
        box: Left, top, right and bottom on the page's image in 1/10,000 of its size; () without an image.
        text: The words.
        bearing: "supports", "against" or "background".
        origin: "digital", "ocr" or "transcription".
        remark: What the writer says of them.
    """

    label: str
    paper: int
    page: int
    start: int
    end: int
    box: tuple[int, ...]
    text: str
    bearing: str
    origin: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidByPerson:
    """What a person says, who is told by a number of this report alone.

    Args:
        label: By which the report names it.
        who: Number of the person.
        knows: "did", "saw", "heard", "read" or "expert".
        text: What they say.
        bearing: As of words of a paper.
    """

    label: str
    who: int
    knows: str
    text: str
    bearing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcludedInReport:
    """What the writer concludes.

    Args:
        label: By which the report names it.
        text: What is concluded.
        bearing: As of words of a paper.
        plan: Name of the frozen plan of the precedence test whose run it tells of; "" for none.
        verdict: What that run came to, as a code.
        p: The one p to cite.
        ratio: What it is worth at most against chance alone.
    """

    label: str
    text: str
    bearing: str
    plan: str = ""
    verdict: str = ""
    p: str = ""
    ratio: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundNumber:
    """A number of a sentence with the value it is bound to.

    Args:
        start: First code point in the sentence.
        end: One past the last.
        words: As it is written.
        bound: "quoted", "said", "date" or "lead".
        label: Of the words or the person it stands with; "" for dates and leads.
    """

    start: int
    end: int
    words: str
    bound: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationWeighed:
    """How far another explanation was looked into."""

    name: str
    weighed: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One sentence with all that stands behind it.

    Args:
        number: In this report, from 1.
        card: Beginning of the id of its card.
        sentence: What is said.
        day: The first day that it names, as yyyy-mm-dd; "" for none.
        numbers: Its numbers, in order.
        cited: Words of papers.
        said: What people say.
        concluded: What the writer concludes.
        counter: Label of the strongest evidence against it; "" where nothing on the card speaks against it.
        weakest: Code of its weakest point, with the explanation, the count and the number of the source that it is about.
        explanations: The six other explanations.
        reports: How many reports count, copies once.
        roads: By how many roads they came that share nobody.
        leader: The row of its board that leads; "" where several do.
        lead: The lead over own intelligence and opportunity, as "16:1"; "" for none.
        likely: Words for how likely the leading row is, by language; none where several lead.
        low: The chance of that row at least, to four digits.
        high: At most.
        allegation: What was put to whom it is about.
        deadline: Until when they could answer.
        answer: What they answered, or that nobody did.
        earlier: How the sentence was worded before.
        values: Of what in the list of values it is made.
    """

    number: int
    card: str
    sentence: str
    day: str
    numbers: tuple[BoundNumber, ...]
    cited: tuple[CitedWords, ...]
    said: tuple[SaidByPerson, ...]
    concluded: tuple[ConcludedInReport, ...]
    counter: str
    weakest: Mapping[str, Json]
    explanations: tuple[ExplanationWeighed, ...]
    reports: int
    roads: int
    leader: str
    lead: str
    likely: Mapping[str, str]
    low: str
    high: str
    allegation: str
    deadline: str
    answer: str
    earlier: tuple[str, ...]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanInReport:
    """A frozen plan of the case, shown or not: sixty plans of which one is shown are a fishing trip.

    Args:
        name: What it is called.
        number: Which of all plans of the case, from 1.
        entry: Hash of its entry in the ledger.
        runs: How often it was run.
        verdict: What the last run came to; "" where it was not run.
        p: Of that run.
        seed: Of its draws.
        orders: How many orders its rule found.
        catalogue: Hash of the catalogue of outside events.
    """

    name: str
    number: int
    entry: str
    runs: int
    verdict: str
    p: str
    seed: str
    orders: int
    catalogue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodBox:
    """How the report was made, and what it does not cover.

    Args:
        version: Of kashf.
        head: Head of the ledger.
        entries: How many entries that covers.
        as_of: Month of the last of them, as yyyy-mm.
        plans: All plans of the case.
        found: Files found.
        read: Documents read whole.
        not_read: Documents not read, or in part alone, by how far.
        unsure_pages: Pages that are read too badly to be searched.
        set_aside: Files that people took out of every answer.
        open_cards: Sentences that nobody cleared, and that are not in the report.
        refused_cards: Sentences that were refused.
        cleared_left_out: Sentences that were cleared and not asked for.
    """

    version: str
    head: str
    entries: int
    as_of: str
    plans: tuple[PlanInReport, ...]
    found: int
    read: int
    not_read: Mapping[str, int]
    unsure_pages: int
    set_aside: int
    open_cards: int
    refused_cards: int
    cleared_left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOfFindings:
    """A report.

    Args:
        template: What it is for.
        findings: In the order in which they are told.
        method: How it was made.
        papers: How many papers it cites.
        people: How many people it lets speak.
        values: What its figures were made from, by name: see `recomputed`.
    """

    template: ReportTemplate
    findings: tuple[Finding, ...]
    method: MethodBox
    papers: int
    people: int
    values: Mapping[str, Json]

    def as_json(self) -> dict[str, Any]:
        """Return it as values of JSON, without what its figures were made from: that is a file of its own."""
        told = plain_json(asdict(self))
        del told["values"]
        return {"form": REPORT_FORM, **told}


def plain_json(value: Any) -> Any:
    """Return a value with lists for tuples and strings for codes, as reading its JSON gives it back."""
    if isinstance(value, Mapping):
        return {str(key): plain_json(each) for key, each in value.items()}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Sequence):
        return [plain_json(each) for each in value]
    return value
