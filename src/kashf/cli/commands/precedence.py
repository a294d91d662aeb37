"""`kashf precedence`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kashf.cli.common import checked_words
from kashf.cli.output import emit, emit_json, say
from kashf.cli.precedence.choice_options import UNSAID, Alpha, ChosenTest, OfActor, OfType, Onset, RadiusKm, Reach, Seed, Window
from kashf.errors import BadPathError, UsageError
from kashf.language.words.visible import isolate

if TYPE_CHECKING:
    from kashf.services.precedence import PrecedenceRun

EPILOG = (
    "Example: kashf precedence --freeze plan.json --orders orders.csv --events events.csv --rule 'every letter of 2014 that orders a "
    "withdrawal' --placebo leave.csv && kashf precedence --plan plan.json --html result.html. Columns of orders: id, date_earliest, "
    "date_latest, place, lat, lon, group; of events: id, date (or date_earliest, date_latest), place, lat, lon and, if there are, actor, "
    "target, type."
)


def command(
    orders: Annotated[Path | None, typer.Option(help="The orders, CSV.")] = None,
    events: Annotated[Path | None, typer.Option(help="The catalogue of events, CSV.")] = None,
    mapping: Annotated[str, typer.Option("--map", help="Whose columns the catalogue has: ucdp or acled.")] = "",
    window: Window = UNSAID.window,
    reach: Reach = UNSAID.reach,
    onset: Onset = UNSAID.onset,
    radius_km: RadiusKm = None,
    actor: OfActor = None,
    type: OfType = None,
    alpha: Alpha = UNSAID.alpha,
    seed: Seed = UNSAID.seed,
    placebo: Annotated[
        Path | None, typer.Option(help="Control orders that cannot predict events (such as leave papers); a plan holds them.")
    ] = None,
    plan: Annotated[Path | None, typer.Option(help="Run what this plan says.")] = None,
    freeze: Annotated[Path | None, typer.Option(help="Write the plan, and test nothing yet.")] = None,
    rule: Annotated[str, typer.Option(help="In words: by which rule the orders were chosen, and from what.")] = "",
    html: Annotated[Path | None, typer.Option(help="Write the result as a page that needs nothing else.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Did orders come before events more often than by chance? Exits with 0 when the answer is before or not chance, else with 1."""
    from kashf.bootstrap import run_log, system_clock
    from kashf.services.precedence import PrecedenceRequest, freeze_plan, load_plan, planned_request, run_test
    from kashf.settings import load_settings

    settings = load_settings()
    log, clock = run_log(settings), system_clock()
    frozen = load_plan(plan) if plan else None
    chosen = ChosenTest(window, reach, onset, radius_km, actor, type, alpha, seed)
    if frozen:
        if mapping or chosen.is_said:
            raise UsageError("a plan says how it is tested: with --plan no other choice can be made")
        request = planned_request(frozen, orders=orders, events=events, controls=placebo)
    else:
        if orders is None or events is None:
            raise UsageError("--orders and --events name the two tables, or --plan a plan that does")
        request = PrecedenceRequest(orders, events, chosen.choices(mapping), placebo)
    if freeze:
        return _freeze(freeze, freeze_plan(request, rule=checked_words(rule, what="the rule"), now=clock.now(), log=log))
    done = run_test(request, plan=frozen, now=clock.now(), log=log)
    if html:
        _write_page(html, done)
    _print(done, as_json=as_json)
    return 0 if done.result.verdict.is_finding else 1


def _freeze(path: Path, plan: Any) -> int:
    try:
        with path.open("xb") as file:
            file.write(plan.canonical())
    except FileExistsError:
        raise BadPathError(f"there is something at {path} already; a frozen plan is not written over") from None
    except OSError as error:
        raise BadPathError(f"the plan cannot be written to {path}") from error
    emit(plan.sha256)
    say(f"frozen in {isolate(str(path))}; runs on this catalogue before: {plan.runs_before}. Its hash will stand in every result.")
    if not plan.rule:
        say("The plan does not say by which rule the orders were chosen (--rule), and every result will say so.")
    return 0


def _write_page(path: Path, done: PrecedenceRun) -> None:
    from kashf.services.precedence import result_page

    try:
        path.write_text(result_page(done), encoding="utf-8")
    except OSError as error:
        raise BadPathError(f"the page cannot be written to {path}") from error


def _print(done: PrecedenceRun, *, as_json: bool) -> None:
    from kashf.services.precedence import as_dict, summary_lines

    if as_json:
        emit_json(as_dict(done))
    else:
        for line in summary_lines(done, show=isolate):
            emit(line)
