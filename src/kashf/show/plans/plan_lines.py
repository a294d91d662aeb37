"""A plan of the precedence test, and a run of it, as lines of text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kashf.domain.plans.plan_entries import PlanRun
from kashf.language.words.visible import isolate
from kashf.services.plans.keep_plans import KeptPlan
from kashf.services.plans.run_plans import Worked, ratio_of
from kashf.services.plans.verdict_words import UNDER_EVERY_VERDICT, called
from kashf.services.precedence import as_dict, summary_lines
from kashf.show.counted import many
from kashf.show.forms.spreadsheets import Cell

#: Columns of the table of plans.
PLAN_COLUMNS: Final = ("name", "plan", "frozen", "by", "catalogue", "number", "of", "orders", "controls", "opened", "runs", "verdict", "p")
#: Columns of the table of the orders of a run.
ORDER_COLUMNS: Final = (
    *("order", "document", "place", "earliest", "latest", "followed", "days"),
    *("chance", "chance_of_any", "hazard", "state", "depends_on_date"),
)


def plan_answer(kept: KeptPlan) -> dict[str, Any]:
    """Return a plan as JSON values."""
    plan, text = kept.plan, kept.text
    return {
        "name": plan.name,
        "plan": plan.id,
        "frozen": plan.signed.when.isoformat(),
        "by": plan.signed.who,
        "rule": text.rule,
        "only": {name: list(values) for name, values in text.only.items()},
        "controls_rule": text.controls_rule,
        "controls_only": {name: list(values) for name, values in text.controls_only.items()},
        "actors": list(text.actors),
        "types": list(text.types),
        "parameters": dict(plan.parameters),
        "catalogue": kept.catalogue or None,
        "events": plan.events,
        "catalogue_added": kept.added or None,
        "opened_before": plan.opened,
        "orders": plan.orders,
        "controls": plan.controls,
        "left_out": dict(plan.left_out),
        "number": kept.number,
        "of": kept.of,
        "others": dict(kept.others),
        "runs": [run_answer(run) for run in kept.runs],
    }


def run_answer(run: PlanRun) -> dict[str, Any]:
    """Return a run as JSON values."""
    since = run.since
    return {
        "run": run.signed.id,
        "time": run.signed.when.isoformat(),
        "by": run.signed.who,
        "verdict": run.verdict,
        "p": float(run.p),
        "ratio_against_chance_at_most": round(ratio_of(run), 2),
        "orders_used": run.orders_used,
        "result": run.result,
        "head": run.head,
        "orders_since": {"came": since.came, "gone": since.gone, "altered": since.altered},
    }


def worked_answer(kept: KeptPlan, worked: Worked | None) -> dict[str, Any]:
    """Return a plan with its last run and its working as JSON values."""
    told: dict[str, Any] = {"plan": plan_answer(kept), "run": None, "working": None, "is_same": None, "not_shown": UNDER_EVERY_VERDICT}
    if worked:
        told |= {"run": run_answer(worked.run), "is_same": worked.is_same}
        told |= {"working": as_dict(worked.done) if worked.done else None}
    return told


def plan_line(kept: KeptPlan) -> str:
    """Return a plan in one line."""
    last = f"{called(kept.runs[-1].verdict)}, p {kept.runs[-1].p}" if kept.runs else "not run"
    return (
        f"{kept.plan.name}: {many(kept.plan.orders, 'order')}, plan {kept.number} of {kept.of} on {isolate(kept.catalogue or '?')}; {last}"
    )


def plan_lines(kept: KeptPlan) -> Iterator[str]:
    """Yield what a plan says, and what was planned and run beside it."""
    plan, text = kept.plan, kept.text
    yield f"plan {plan.name}, frozen by {isolate(plan.signed.who)} on {plan.signed.when:%Y-%m-%d %H:%M} UTC"
    yield f"hash {plan.id}"
    yield f"orders: {isolate(text.rule)}{_asked(text.only)}"
    yield f"  {many(plan.orders, 'order')} found then{_left_out(plan.left_out)}"
    if text.controls_rule:
        yield f"controls: {isolate(text.controls_rule)}{_asked(text.controls_only)}"
        yield f"  {many(plan.controls, 'control')} found then"
    yield f"events: {isolate(kept.catalogue) if kept.catalogue else 'a catalogue that is not in the case any more'}, {plan.events}"
    yield "  " + ", ".join(f"{name} {_value(value)}" for name, value in sorted(plan.parameters.items()))
    yield opened_words(kept)
    yield f"plan {kept.number} of {kept.of} on this catalogue; verdicts of the others: {others_words(kept)}"
    for run in kept.runs:
        yield run_line(run)


def run_line(run: PlanRun) -> str:
    """Return a run in one line."""
    return (
        f"run on {run.signed.when:%Y-%m-%d %H:%M} UTC by {isolate(run.signed.who)}: {called(run.verdict)}, p {run.p}, "
        f"{many(run.orders_used, 'order')}; against chance alone at most {ratio_of(run):.2f} to 1; ledger {run.head[:16]}"
    )


def worked_lines(worked: Worked) -> Iterator[str]:
    """Yield a run with its working."""
    if worked.done is None:
        yield run_line(worked.run)
        yield UNDER_EVERY_VERDICT
        yield "Its working cannot be shown: its orders, or the catalogue, are not those of that run any more. Run it again."
        return
    yield from summary_lines(worked.done, show=isolate)
    yield f"against chance alone worth at most {worked.ratio:.2f} to 1; against every other explanation it says nothing"
    if not worked.is_same:
        yield "What is worked out here is not what the ledger says came out: another version of kashf, or of what it is made of."


def opened_words(kept: KeptPlan) -> str:
    """Return whether the catalogue had been opened before the plan was frozen."""
    opened = kept.plan.opened
    runs = f"it had been run {many(opened, 'time')}" if opened else "nobody had run it in this case or on this installation"
    since = f"; it lay in the case from {kept.added} on, where it can be read" if kept.added else ""
    return f"before the plan was frozen {runs}{since}"


def others_words(kept: KeptPlan) -> str:
    """Return what came of the other plans on the catalogue."""
    return ", ".join(f"{called(verdict)} {count}" for verdict, count in sorted(kept.others.items())) or "there are none"


def plan_rows(plans: Sequence[KeptPlan]) -> Iterator[Sequence[Cell]]:
    """Yield a row for each plan."""
    for kept in plans:
        plan, last = kept.plan, kept.runs[-1] if kept.runs else None
        counts = kept.number, kept.of, plan.orders, plan.controls, plan.opened, len(kept.runs)
        ends = (last.verdict, last.p) if last else ("", "")
        yield plan.name, plan.id, plan.signed.when.isoformat(), plan.signed.who, kept.catalogue, *counts, *ends


def order_rows(worked: Worked | None) -> Iterator[Sequence[Cell]]:
    """Yield a row for each order of a run."""
    if worked is None or worked.done is None or worked.found is None:
        return
    for each in worked.done.result.per_order:
        days = each.earliest.isoformat(), each.latest.isoformat(), each.hit, "" if each.lead_days is None else each.lead_days
        chances = round(each.chance, 4), round(each.chance_of_any, 4), "" if each.hazard is None else round(each.hazard, 4)
        yield each.id, worked.found.documents[each.id], each.place, *days, *chances, each.state, each.is_doubtful


def _asked(only: Mapping[str, Sequence[str]]) -> str:
    told = ", ".join(f"{name} {isolate(value)}" for name, values in only.items() for value in values)
    return f" ({told})" if told else ""


def _left_out(reasons: Mapping[str, int]) -> str:
    return "".join(f"; {count} left out: {reason}" for reason, count in reasons.items())


def _value(value: object) -> str:
    return " and ".join(map(str, value)) if isinstance(value, list) else str(value)
