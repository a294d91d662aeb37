"""Gathers a report from cleared sentence cards; what may not go out is refused by name, with what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kashf import __version__
from kashf.domain.cards.card_entries import Bearing, CardCheck, CardState, CardStrip, Explanation, Knows
from kashf.domain.document import Status
from kashf.domain.ids import DocumentId, EntryId, Json, short_id
from kashf.domain.plans.plan_entries import CasePlans
from kashf.errors import NotFoundError, UnclearedCardError, UsageError
from kashf.evidence.hypotheses.board import HypothesisBoard
from kashf.evidence.hypotheses.weighed_board import weigh_board
from kashf.language.dates.find_dates import find_dates
from kashf.publish.report.number_binding import bind_numbers
from kashf.publish.report.recomputed import board_value, roads_value
from kashf.publish.report.report_parts import (
    BoundNumber,
    CitedWords,
    ConcludedInReport,
    ExplanationWeighed,
    Finding,
    MethodBox,
    PlanInReport,
    ReportOfFindings,
    ReportTemplate,
    SaidByPerson,
)
from kashf.services.cards.show_board import ShownBoard, show_board
from kashf.services.cards.show_card import ShownCard, ShownEvidence, show_cards
from kashf.services.cards.write_card import find_card
from kashf.services.case.heads.case_head import case_head
from kashf.services.case.open import OpenCase
from kashf.services.plans.keep_plans import case_plans


@dataclass(frozen=True, slots=True)
class GatheredReport:
    """A report with what it does not say and this case needs to know.

    Args:
        report: The report.
        papers: The documents it cites, by their number in it; of copies the first cited.
        sources: Code names of the people and channels it tells by number.
        cards: The cards of its findings, in their order.
    """

    report: ReportOfFindings
    papers: Mapping[int, DocumentId]
    sources: Mapping[str, int]
    cards: tuple[EntryId, ...]


def gather_report(case: OpenCase, *, cards: Sequence[str] = (), template: ReportTemplate = ReportTemplate.FINDING) -> GatheredReport:
    """Return the report of some cards, or of all that are cleared.

    Args:
        case: Which case.
        cards: Beginnings of their ids, in the order in which they are told; () for all that are cleared.
        template: What it is for; a chronology orders them by the first day each names.

    Raises:
        UnclearedCardError: One is not cleared.
        NotFoundError: None is cleared, or no card begins so.
        UsageError: A sentence cites no paper, or has a number that no value has.
    """
    every = show_cards(case, reader="")
    chosen = _chosen(case, every, cards)
    if template is ReportTemplate.CHRONOLOGY:
        chosen.sort(key=lambda each: _first_day(each.sentence) or "9")
    told = _BeingTold(case, case_plans(case))
    findings = tuple(_finding(told, shown, number) for number, shown in enumerate(chosen, 1))
    report = ReportOfFindings(
        template=template,
        findings=findings,
        method=_method(told, chosen, every),
        papers=len(told.papers),
        people=len(told.people),
        values=told.values,
    )
    return GatheredReport(report, told.first, told.people, tuple(each.card.id for each in chosen))


@dataclass(slots=True)
class _BeingTold:
    """What a report has told so far: papers and people by their number, values by their name."""

    case: OpenCase
    plans: CasePlans
    papers: dict[str, int] = field(default_factory=dict)
    first: dict[int, DocumentId] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    values: dict[str, Json] = field(default_factory=dict)

    def paper(self, shown: ShownEvidence) -> int:
        """Return the number of a paper; of copies the same."""
        witness = shown.facts.witness if shown.facts else str(shown.put.document)
        number = self.papers.setdefault(witness, len(self.papers) + 1)
        self.first.setdefault(number, DocumentId(str(shown.put.document)))
        return number

    def person(self, code_name: str) -> int:
        """Return the number of a person or a channel."""
        return self.people.setdefault(code_name, len(self.people) + 1)


def _chosen(case: OpenCase, every: Sequence[ShownCard], cards: Sequence[str]) -> list[ShownCard]:
    if not cards:
        found = [each for each in every if each.card.state is CardState.CLEARED]
        if not found:
            raise NotFoundError("no sentence is cleared yet; kashf claim CASE clear CARD", code="nothing-cleared")
        return found
    by_id = {each.card.id: each for each in every}
    chosen = [by_id[find_card(case, beginning).id] for beginning in dict.fromkeys(cards)]
    if waiting := [short_id(each.card.id) for each in chosen if each.card.state is not CardState.CLEARED]:
        raise UnclearedCardError(
            f"not cleared: {', '.join(waiting)}; `kashf claim CASE show CARD` says what is missing", code="cards-not-cleared"
        )
    return list({each.card.id: each for each in chosen}.values())


def _finding(told: _BeingTold, shown: ShownCard, number: int) -> Finding:
    name = short_id(shown.card.id)
    labels = _labels(shown, number)
    cited = tuple({labels[each.put.signed.id]: _cited(told, each, labels) for each in reversed(shown.of(CardStrip.PAPER))}.values())[::-1]
    said = tuple(_said(told, each, labels) for each in shown.of(CardStrip.PEOPLE))
    if not cited:
        raise UsageError(
            f"card {name} cites no paper: kashf claim CASE link CARD --paper DOC#PAGE --words WORDS",
            code="card-without-citation",
            card=name,
        )
    board = show_board(told.case, shown)
    roads = roads_value(shown.working.provenance.nodes, shown.working.provenance.edges)
    told.values[f"{number}.roads"] = roads
    weighed = _weighed(told, board, number)
    reply, because = _texts(shown, CardCheck.REPLY), _because(shown)
    return Finding(
        number=number,
        card=name,
        sentence=shown.sentence,
        day=_first_day(shown.sentence),
        numbers=_numbers(shown, name, cited, said),
        cited=cited,
        said=said,
        concluded=tuple(_concluded(told, each, labels) for each in shown.of(CardStrip.CONCLUDED)),
        counter=_counter(shown, board, labels),
        weakest=_weakest(told, shown),
        explanations=tuple(
            ExplanationWeighed(name=each.value, weighed=shown.card.weighed(each).value, because=because.get(each, ""))
            for each in Explanation
        ),
        reports=shown.witnesses,
        roads=shown.road_count,
        leader=str(weighed.get("leader", "")),
        lead=shown.lead,
        likely=_strings(weighed.get("likely")),
        low=str(weighed.get("low", "")),
        high=str(weighed.get("high", "")),
        allegation=reply.get("allegation", ""),
        deadline=reply.get("deadline", ""),
        answer=reply.get("answer", ""),
        earlier=shown.earlier,
        values=tuple(name for name in told.values if name.split(".")[0] == str(number)),
    )


def _labels(shown: ShownCard, number: int) -> dict[EntryId, str]:
    """Return by which label a report names each piece of evidence; the same words of copies of one paper have one."""
    labels: dict[EntryId, str] = {}
    first: dict[tuple[str, ...], str] = {}
    for each in shown.evidence:
        words = " ".join(each.quote.text.split()) if each.quote else ""
        witness = each.facts.witness if each.facts and words else each.put.signed.id
        labels[each.put.signed.id] = first.setdefault((witness, words, each.put.bearing.value), f"{number}.{len(first) + 1}")
    return labels


def _weighed(told: _BeingTold, board: ShownBoard | None, number: int) -> Mapping[str, Json]:
    if board is None:
        return {}
    value = board_value(board.made.board)
    told.values[f"{number}.board"] = value
    result = value["result"]
    return result if isinstance(result, Mapping) else {}


def _strings(value: Json) -> dict[str, str]:
    return {str(name): str(words) for name, words in value.items()} if isinstance(value, Mapping) else {}


def _cited(told: _BeingTold, shown: ShownEvidence, labels: Mapping[EntryId, str]) -> CitedWords:
    at = shown.at
    page = told.case.shown.page(at.document, at.page) if at else None
    if at is None or page is None or shown.quote is None:
        raise UnclearedCardError("words that a card cites are not found any more", code="cards-not-cleared")
    box = shown.quote.box
    return CitedWords(
        label=labels[shown.put.signed.id],
        paper=told.paper(shown),
        page=at.page,
        start=at.start,
        end=at.end,
        box=(box.left, box.top, box.right, box.bottom) if box else (),
        text=page.text[at.start : at.end],
        bearing=shown.put.bearing.value,
        origin=page.origin.value,
        remark=shown.said,
    )


def _said(told: _BeingTold, shown: ShownEvidence, labels: Mapping[EntryId, str]) -> SaidByPerson:
    put = shown.put
    return SaidByPerson(
        label=labels[put.signed.id],
        who=told.person(put.witness),
        knows=(put.knows or Knows.HEARD).value,
        text=shown.said,
        bearing=put.bearing.value,
    )


def _concluded(told: _BeingTold, shown: ShownEvidence, labels: Mapping[EntryId, str]) -> ConcludedInReport:
    tested = shown.put.tested
    told_by = ConcludedInReport(label=labels[shown.put.signed.id], text=shown.said, bearing=shown.put.bearing.value)
    if tested is None:
        return told_by
    plan = told.plans.frozen.get(tested.plan)
    return replace(told_by, plan=plan.name if plan else "", verdict=tested.verdict, p=tested.p, ratio=tested.ratio)


def _numbers(shown: ShownCard, name: str, cited: Iterable[CitedWords], said: Iterable[SaidByPerson]) -> tuple[BoundNumber, ...]:
    grounds = [(each.label, "quoted", each.text) for each in cited] + [(each.label, "said", each.text) for each in said]
    bound, unbound = bind_numbers(shown.sentence, grounds, lead=shown.lead)
    if unbound:
        raise UsageError(
            f"card {name} says {unbound[0]}, and no value of it has that number: cite the words that have it, or word the sentence anew "
            "with kashf claim CASE word CARD",
            code="unbound-number",
            card=name,
        )
    return bound


def _counter(shown: ShownCard, board: ShownBoard | None, labels: Mapping[EntryId, str]) -> str:
    """Return the label of what speaks against the sentence most: on the board, what tells the rows apart most."""
    against = [each for each in shown.evidence if each.put.bearing is Bearing.AGAINST]
    if not against:
        return ""
    strength = dict(_strength(board.made.board)) if board else {}
    columns = {entry: column.id for column in board.made.columns for entry in column.entries} if board else {}
    best = max(against, key=lambda each: strength.get(columns.get(each.put.signed.id, ""), 0.0))
    return labels[best.put.signed.id]


def _strength(board: HypothesisBoard) -> Iterable[tuple[str, float]]:
    return ((column.id, column.information) for column in weigh_board(board).columns)


def _weakest(told: _BeingTold, shown: ShownCard) -> dict[str, Json]:
    point = shown.weak[0]
    explanation = point.explanation.value if point.explanation else ""
    return {
        "what": point.what.value,
        "explanation": explanation,
        "count": point.count,
        "source": told.person(point.road) if point.road else 0,
    }


def _texts(shown: ShownCard, check: CardCheck) -> Mapping[str, str]:
    done = shown.card.checks.get(check)
    return shown.texts.get(done.signed.id, {}) if done else {}


def _because(shown: ShownCard) -> dict[Explanation, str]:
    return {each: shown.texts.get(entry.signed.id, {}).get("because", "") for each, entry in shown.card.explanations.items()}


def _first_day(sentence: str) -> str:
    days = [found.date.earliest for found in find_dates(sentence) if found.date.is_known and found.date.earliest]
    return min(days).isoformat() if days else ""


def _method(told: _BeingTold, chosen: Sequence[ShownCard], every: Sequence[ShownCard]) -> MethodBox:
    view = told.case.view
    head, totals = case_head(view), view.totals()
    states = Counter(each.card.state for each in every)
    last = max((entry.time for entry, _ in view.entries()), default=None)
    not_read = {Status.PARTIAL.value: totals.partial, Status.FAILED.value: totals.failed, "waiting": totals.waiting}
    return MethodBox(
        version=__version__,
        head=head.head,
        entries=head.entries,
        as_of=f"{last:%Y-%m}" if last else "",
        plans=tuple(_plan(told.plans, number, id) for number, id in enumerate(told.plans.frozen, 1)),
        found=totals.found,
        read=totals.done,
        not_read={name: count for name, count in not_read.items() if count},
        unsure_pages=totals.unsure_pages,
        set_aside=totals.set_aside,
        open_cards=states[CardState.OPEN],
        refused_cards=states[CardState.REFUSED],
        cleared_left_out=states[CardState.CLEARED] - len(chosen),
    )


def _plan(plans: CasePlans, number: int, id: EntryId) -> PlanInReport:
    plan, runs = plans.frozen[id], plans.runs_of(id)
    return PlanInReport(
        name=plan.name,
        number=number,
        entry=id,
        runs=len(runs),
        verdict=runs[-1].verdict if runs else "",
        p=runs[-1].p if runs else "",
        seed=str(plan.parameters.get("seed", "")),
        orders=plan.orders,
        catalogue=plan.events,
    )
