"""`kashf plan`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, acting, checked_record, checked_words, opened
from kashf.cli.forms.written_files import write_new
from kashf.cli.output import emit, emit_json, say
from kashf.cli.precedence.choice_options import UNSAID, Alpha, ChosenTest, OfActor, OfType, Onset, RadiusKm, Reach, Seed, Window
from kashf.errors import UsageError

if TYPE_CHECKING:
    from kashf.services.plans.run_plans import Worked

EPILOG = (
    "Example: kashf plan leak.case freeze guns --orders 'every order of the leak to withdraw, by any office' --only kind=withdraw --only "
    "force=order --events events.csv --as 'Layla Haddad' && kashf plan leak.case run guns --as 'Layla Haddad' --html result.html"
)


class PlanAction(StrEnum):
    """What is done with plans."""

    LIST = "list"
    SHOW = "show"
    FREEZE = "freeze"
    RUN = "run"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    action: Annotated[PlanAction, typer.Argument(help="List the plans, show one, freeze a new one, or run one.")] = PlanAction.LIST,
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="What the plan is called.")] = "",
    orders: Annotated[str, typer.Option(help="In words: by which rule the orders are chosen, and from what.")] = "",
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="WHAT=VALUE", help="What the rule asks of acts: kind, force, office, place, after, before; again for more."),
    ] = None,
    events: Annotated[str, typer.Option(metavar="CATALOGUE", help="The catalogue of outside events: its name or id in the case.")] = "",
    controls: Annotated[str, typer.Option(help="In words: by which rule the controls are, papers that could foretell nothing.")] = "",
    controls_only: Annotated[list[str] | None, typer.Option(metavar="WHAT=VALUE", help="What that rule asks of acts.")] = None,
    actor: OfActor = None,
    type: OfType = None,
    window: Window = UNSAID.window,
    reach: Reach = UNSAID.reach,
    onset: Onset = UNSAID.onset,
    radius_km: RadiusKm = None,
    alpha: Alpha = UNSAID.alpha,
    seed: Seed = UNSAID.seed,
    html: Annotated[Path | None, typer.Option(help="Write the result of a run as a page that needs nothing else.")] = None,
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """The precedence test on a case: a plan is frozen first, then run; both stay in the ledger, with what came of every other plan.

    A run exits with 0 when its answer is before or not chance, else with 1.
    """
    if (action is PlanAction.LIST) == bool(name):
        raise UsageError("list takes no name; all else names a plan")
    if html and action not in {PlanAction.SHOW, PlanAction.RUN}:
        raise UsageError("--html writes the result of a run: with run or show")
    chosen = ChosenTest(window, reach, onset, radius_km, actor, type, alpha, seed)
    if chosen.is_said and action is not PlanAction.FREEZE:
        raise UsageError("a plan says how it is tested: choices are made with freeze alone")
    if action is PlanAction.LIST:
        return _list(case, as_json=as_json)
    if action is PlanAction.SHOW:
        return _show(case, name, html, as_json=as_json)
    if action is PlanAction.RUN:
        return _run(case, name, checked_words(events, what="--events"), html, as_person=as_person, as_json=as_json)
    rules = (checked_record(orders, what="--orders"), only or []), (checked_record(controls, what="--controls"), controls_only or [])
    return _freeze(case, name, events, rules, chosen, as_person, as_json=as_json)


def _list(case: Path, *, as_json: bool) -> int:
    from kashf.services.plans.keep_plans import list_plans
    from kashf.show.plans.plan_lines import plan_answer, plan_line

    with opened(case) as reading:
        plans = list_plans(reading)
    if as_json:
        emit_json({"plans": [plan_answer(each) for each in plans]})
    else:
        for each in plans:
            emit(plan_line(each))
    if not plans:
        say("no plan yet; kashf plan CASE freeze NAME --orders RULE --events CATALOGUE freezes one before anything is tested")
    return 0 if plans else 1


def _show(case: Path, name: str, html: Path | None, *, as_json: bool) -> int:
    from kashf.services.plans.keep_plans import find_plan
    from kashf.services.plans.run_plans import last_run
    from kashf.show.plans.plan_lines import plan_lines, worked_answer, worked_lines

    with opened(case) as reading:
        kept, worked = find_plan(reading, name), last_run(reading, name)
    if html:
        _write_page(html, worked)
    if as_json:
        emit_json(worked_answer(kept, worked))
        return 0
    for line in plan_lines(kept):
        emit(line)
    if worked:
        for line in worked_lines(worked):
            emit(line)
    return 0


def _run(case: Path, name: str, events: str, html: Path | None, *, as_person: str | None, as_json: bool) -> int:
    from kashf.bootstrap import open_to_decide
    from kashf.services.plans.run_plans import is_finding, run_plan
    from kashf.show.plans.plan_lines import run_line, worked_answer, worked_lines

    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        worked = run_plan(writable, name, events=events)
    if html:
        _write_page(html, worked)
    if as_json:
        emit_json(worked_answer(worked.kept, worked))
    else:
        for line in worked_lines(worked):
            emit(line)
        say(run_line(worked.run))
    return 0 if is_finding(worked.run) else 1


def _freeze(
    case: Path,
    name: str,
    events: str,
    rules: tuple[tuple[str, list[str]], tuple[str, list[str]]],
    chosen: ChosenTest,
    as_person: str | None,
    *,
    as_json: bool,
) -> int:
    from kashf.bootstrap import open_to_decide, run_log
    from kashf.services.plans.keep_plans import PlanAsked, freeze_plan
    from kashf.settings import load_settings
    from kashf.show.plans.plan_lines import plan_answer, plan_lines

    if not events:
        raise UsageError("--events names the catalogue of outside events; `kashf events CASE` lists them")
    (rule, only), (controls_rule, controls_only) = rules
    events = checked_words(events, what="--events")
    asked = PlanAsked(name, rule, events, _pairs(only), controls_rule, _pairs(controls_only), chosen.choices())
    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        kept = freeze_plan(writable, asked, log=run_log(load_settings()))
    if as_json:
        emit_json(plan_answer(kept))
    else:
        for line in plan_lines(kept):
            emit(line)
    say("frozen, and taken back by nothing. Leave its hash with somebody else before the plan is run.")
    return 0


def _pairs(words: list[str]) -> dict[str, tuple[str, ...]]:
    """Return what options say as WHAT=VALUE, values of one thing together.

    Raises:
        UsageError: One has no sign of equality.
    """
    found: dict[str, tuple[str, ...]] = {}
    for each in words:
        key, equals, value = checked_record(each, what="a rule").partition("=")
        if not equals or not key or not value:
            raise UsageError(f"a rule is written WHAT=VALUE, as kind=withdraw: {each[:60]!r}")
        found[key] = (*found.get(key, ()), value)
    return found


def _write_page(path: Path, worked: Worked | None) -> None:
    from kashf.services.precedence import result_page

    if worked is None or worked.done is None:
        raise UsageError("there is no run to write as a page: the plan was not run, or its orders are others now")
    write_new({path: result_page(worked.done).encode()})
