"""The frozen plans of the precedence test of a case, and one of them with its last run and the working behind every figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kashf.services.plans.keep_plans import KeptPlan, find_plan, list_plans
from kashf.services.plans.run_plans import Worked, last_run
from kashf.services.plans.verdict_words import VERDICTS
from kashf.show.plans.plan_lines import ORDER_COLUMNS, PLAN_COLUMNS, order_rows, plan_answer, plan_rows, worked_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.params import InPath, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Plans, and orders of one, on one page; JSON and CSV have all.
LISTED: Final = 200


class PlansParams(ScreenParams):
    """The plans; there is nothing to choose."""


class PlanParams(ScreenParams):
    """Which plan, by its name."""

    plan: InPath


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan as its screen shows it.

    Args:
        kept: The plan.
        worked: Its last run; None where it was not run.
    """

    kept: KeptPlan
    worked: Worked | None


def view_plans(context: Context, _params: PlansParams) -> tuple[KeptPlan, ...]:
    """Return the plans, oldest first."""
    return list_plans(context.case)


def plans_page(visit: Visit[PlansParams, tuple[KeptPlan, ...]]) -> Mapping[str, object]:
    """Return what the page shows."""
    return {"plans": visit.answer[:LISTED], "more": max(0, len(visit.answer) - LISTED), "verdicts": VERDICTS}


def plans_data(visit: Visit[PlansParams, tuple[KeptPlan, ...]]) -> object:
    """Return what `kashf plan CASE --json` prints."""
    return {"plans": [plan_answer(each) for each in visit.answer]}


def plans_rows(visit: Visit[PlansParams, tuple[KeptPlan, ...]]) -> Spreadsheet:
    """Return a row for each."""
    return Spreadsheet("plans", PLAN_COLUMNS, plan_rows(visit.answer))


def view_plan(context: Context, params: PlanParams) -> PlanView:
    """Return one plan with its last run.

    Raises:
        UnknownNameError: There is no such plan.
    """
    return PlanView(find_plan(context.case, params.plan), last_run(context.case, params.plan))


def plan_page(visit: Visit[PlanParams, PlanView]) -> Mapping[str, object]:
    """Return what the page shows."""
    kept, worked = visit.answer.kept, visit.answer.worked
    result = worked.done.result if worked and worked.done else None
    orders = result.per_order[:LISTED] if result else ()
    return {
        "kept": kept,
        "plan": kept.plan,
        "worked": worked,
        "result": result,
        "orders": orders,
        "more": len(result.per_order) - len(orders) if result else 0,
        "papers": worked.found.documents if worked and worked.found else {},
        "verdicts": VERDICTS,
    }


def plan_data(visit: Visit[PlanParams, PlanView]) -> object:
    """Return what `kashf plan CASE show NAME --json` prints."""
    return worked_answer(visit.answer.kept, visit.answer.worked)


def plan_orders(visit: Visit[PlanParams, PlanView]) -> Spreadsheet:
    """Return a row for each order of the last run."""
    return Spreadsheet(f"plan-{visit.answer.kept.plan.name}", ORDER_COLUMNS, order_rows(visit.answer.worked))


PLANS: Final = Screen("/plans", PlansParams, view_plans, "plans.html", plans_page, plans_data, plans_rows, under="/cards")
PLAN: Final = Screen("/plan/{plan}", PlanParams, view_plan, "plan.html", plan_page, plan_data, plan_orders, under="/cards")
