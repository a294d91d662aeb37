"""Runs a plan of the precedence test on a case: what came out is written down before it is told, and worked out again when it is shown."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from kashf.domain.ids import EntryId, Json, content_id
from kashf.domain.ledger import EntryKind
from kashf.domain.plans.plan_entries import CasePlans, PlanRun, hash_of_orders, run_body
from kashf.domain.plans.plan_result import PlanResult
from kashf.domain.transcription.signed_words import Signed
from kashf.errors import UsageError
from kashf.evidence.precedence.engine import precedence
from kashf.evidence.precedence.gates.chance_ratio import chance_ratio
from kashf.evidence.precedence.result import Conclusion, PrecedenceResult
from kashf.evidence.precedence.rows.inputs import read_orders
from kashf.services.case.heads.case_head import case_head
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.catalogues.outside_events import find_events
from kashf.services.ledger.record import record_entry
from kashf.services.letters.kept_answers import kept_answer
from kashf.services.plans.keep_plans import KeptPlan, case_plans, choices_of, events_of, find_plan, hashes_of, orders_of
from kashf.services.plans.planned_orders import FoundOrders
from kashf.services.precedence import PrecedenceRun

#: Digits behind the point of a figure that go into the hash of a result: more differ from machine to machine.
_DIGITS: Final = 6
#: As what a p is kept that is too small for its digits: it is never 0.
_LEAST_P: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Worked:
    """A run of a plan with its working.

    Args:
        kept: The plan.
        run: What the ledger says of the run.
        done: The whole answer; None where it cannot be worked out again, as the orders are others now or the catalogue is gone.
        found: The orders as they are now; None where nothing fits the rule any more.
        is_same: Whether what is worked out now is what came out then.
    """

    kept: KeptPlan
    run: PlanRun
    done: PrecedenceRun | None
    found: FoundOrders | None
    is_same: bool = True

    @property
    def ratio(self) -> float:
        """What it is worth at most against chance alone."""
        return ratio_of(self.run)


def ratio_of(run: PlanRun) -> float:
    """Return what a run is worth at most against chance alone; 1 for what is no finding."""
    return chance_ratio(float(run.p)) if is_finding(run) else 1.0


def is_finding(run: PlanRun | PlanResult) -> bool:
    """Return whether a run says anything but that nothing can be said."""
    return run.verdict in {each.value for each in Conclusion if each.is_finding}


def plan_result(case: OpenCase, name: str) -> PlanResult:
    """Return what the last run of a plan came to, as a conclusion on a sentence card carries it.

    Raises:
        UnknownNameError: There is no such plan.
        UsageError: It was not run yet.
    """
    kept = find_plan(case, name)
    if not kept.runs:
        raise UsageError(f"the plan {name} was not run yet: kashf plan CASE run {name}", code="plan-not-run", name=name)
    run = kept.runs[-1]
    return PlanResult(kept.plan.id, run.signed.id, run.verdict, run.p, f"{math.floor(100 * ratio_of(run)) / 100:.2f}")


def run_plan(case: WritableCase, name: str, *, events: str = "") -> Worked:
    """Run a plan, and write down that it was run and what came out before anything is told.

    Args:
        case: Which case.
        name: The plan's.
        events: Name of a catalogue that it has to be of; "" for whatever it names.

    Raises:
        UnknownNameError: There is no such plan, or no such catalogue.
        UsageError: It is a plan of another catalogue, or nothing fits its rule any more.
        NotFoundError: Its catalogue is not in the case any more.
    """
    reading = case.reading
    kept = find_plan(reading, name)
    if events and find_events(reading, events).id != kept.plan.catalogue:
        raise UsageError(f"the plan {name} was frozen for another catalogue of events; freeze one for this", code="plan-other-catalogue")
    found, controls = orders_of(reading, kept.text)
    now, now_controls = hashes_of(kept.text, found, controls)
    run = PlanRun(
        signed=Signed(EntryId(""), case.actor, case.clock.now()),
        plan=kept.plan.id,
        orders=hash_of_orders(now, now_controls),
        result="",
        verdict="",
        p="1",
        orders_used=0,
        head=case_head(reading.view).head,
        since=kept.text.since(now, now_controls),
    )
    done = _computed(reading, kept, run, found, controls, case_plans(reading))
    told = done.result
    p = f"{max(told.p, _LEAST_P):.{_DIGITS}f}"
    run = replace(run, result=result_hash(told), verdict=told.verdict.value, p=p, orders_used=told.n_used)
    with case.store.unit() as uow:
        entry = record_entry(case, uow, EntryKind.PLAN_RUN, run_body(run))
        uow.commit()
    run = replace(run, signed=replace(run.signed, id=entry.id, when=entry.time))
    return Worked(find_plan(reading, name), run, done, found)


def last_run(case: OpenCase, name: str) -> Worked | None:
    """Return the last run of a plan with its working, worked out again where the orders are those it had; None where it was not run.

    Nothing is worked out that was not written down: with other orders it would be another run.

    Raises:
        UnknownNameError: There is no such plan.
    """
    return kept_answer(case, f"plan {name}", lambda: _last_run(case, name))


def result_hash(told: PrecedenceResult) -> str:
    """Return the hash of what came out, whatever was planned and run beside it: verdict, counts and figures to six digits."""
    worst = told.worst
    figures = [told.p, told.expected, told.share, *told.interval, worst.calendar, worst.direction, worst.hazard]
    result: dict[str, Json] = {
        "verdict": told.verdict.value,
        "counts": [told.n_orders, told.n_used, told.n_groups, told.n_informative, told.n_events, told.n_events_used, told.hits],
        "figures": list(map(_text, figures)),
        "orders": [[each.id, each.hit, _text(each.chance)] for each in told.per_order],
    }
    return content_id(result)


def _text(figure: float) -> str:
    return f"{figure:.{_DIGITS}f}"


def _last_run(case: OpenCase, name: str) -> Worked | None:
    kept = find_plan(case, name)
    if not kept.runs:
        return None
    run = kept.runs[-1]
    try:
        found, controls = orders_of(case, kept.text)
    except UsageError:
        return Worked(kept, run, None, None)
    if run.orders != hash_of_orders(*hashes_of(kept.text, found, controls)) or not kept.catalogue:
        return Worked(kept, run, None, found)
    done = _computed(case, kept, run, found, controls, case_plans(case))
    return Worked(kept, run, done, found, is_same=result_hash(done.result) == run.result)


def _computed(
    case: OpenCase, kept: KeptPlan, run: PlanRun, found: FoundOrders, controls: FoundOrders | None, plans: CasePlans
) -> PrecedenceRun:
    plan, choices = kept.plan, choices_of(kept.plan, kept.text)
    result = precedence(
        read_orders(found.rows),
        events_of(case, plan.catalogue, kept.text),
        rng=np.random.default_rng(choices.seed),
        setup=choices.setup,
        alpha=choices.alpha,
        controls=read_orders(controls.rows) if controls else (),
    )
    return PrecedenceRun(
        result=replace(result, seed=choices.seed),
        notice=" ".join(_notices(kept, run)),
        plan_sha256=plan.id,
        rule=kept.text.rule,
        orders_sha256=run.orders,
        events_sha256=plan.events,
        record=plans.record(plan.events, before=next((each for each in plans.runs if each.signed.id == run.signed.id), None)),
    )


def _notices(kept: KeptPlan, run: PlanRun) -> Iterator[str]:
    """Yield what has to be said first: what changed since the plan was frozen, and who may have looked before."""
    since, plan = run.since, kept.plan
    if since.total:
        told = f"{since.came} came, {since.gone} went, {since.altered} are read otherwise"
        found = plan.orders + plan.controls
        yield f"Since the plan was frozen {since.total} of its orders changed: {told}; {found} were found then."
    if plan.opened:
        times = "once" if plan.opened == 1 else f"{plan.opened} times"
        yield f"The plan was frozen after the catalogue had been run {times} in this case or on this installation."
    if kept.added:
        yield f"The catalogue lay in the case from {kept.added} on, before the plan was frozen; whoever works on the case could read it."
