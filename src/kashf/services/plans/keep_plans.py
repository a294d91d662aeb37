"""Plans of the precedence test on a case: frozen once, run, and told with every other plan on the same catalogue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kashf.domain.entries.event_lists import EventList
from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import EntryKind
from kashf.domain.plans.plan_entries import (
    PLAN_ENTRIES,
    PLAN_NAME,
    CasePlans,
    PlannedTest,
    PlanRun,
    PlanText,
    order_hashes,
    plan_body,
    plans_of,
)
from kashf.domain.transcription.signed_words import Signed
from kashf.errors import DamagedCaseError, NotFoundError, UnknownNameError, UsageError
from kashf.evidence.precedence.engine import check_choices
from kashf.evidence.precedence.gates.controls import check_controls
from kashf.evidence.precedence.plan import Choices, check_rule
from kashf.evidence.precedence.rows.inputs import Events, read_events, read_orders
from kashf.evidence.precedence.tables import Setup
from kashf.ports.runtime import RunLog
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.catalogues.outside_events import catalogues_of, event_lists, find_events
from kashf.services.ledger.record import record_entry
from kashf.services.ledger.word_blobs import keep_words, new_salt, read_words
from kashf.services.plans.catalogue_rows import catalogue_rows
from kashf.services.plans.planned_orders import FoundOrders, OrderRule, planned_orders


@dataclass(frozen=True, slots=True)
class PlanAsked:
    """What somebody wants to freeze.

    Args:
        name: What the plan is called.
        rule: In words, by which rule the orders are chosen.
        events: Name of a catalogue of the case.
        only: What the rule asks of acts.
        controls_rule: In words, by which rule the controls are; "" without.
        controls_only: What that asks.
        choices: Window, reach, onset, radii, actors, types, alpha and seed.
    """

    name: str
    rule: str
    events: str
    only: Mapping[str, Sequence[str]]
    controls_rule: str
    controls_only: Mapping[str, Sequence[str]]
    choices: Choices


@dataclass(frozen=True, slots=True)
class KeptPlan:
    """A plan with its words and its runs.

    Args:
        plan: As its entry says.
        text: Its rule.
        catalogue: What the catalogue is called; "" where it is in the case no more.
        added: When that came into the case, as a day; "" likewise.
        runs: Its runs, oldest first.
        number: Which plan on its catalogue it is, from 1.
        of: How many plans there are on that.
        others: How often each verdict came out of runs of the others.
    """

    plan: PlannedTest
    text: PlanText
    catalogue: str
    added: str
    runs: tuple[PlanRun, ...]
    number: int
    of: int
    others: Mapping[str, int]


def case_plans(case: OpenCase) -> CasePlans:
    """Return the plans of a case with their runs."""
    return plans_of(case.view.entries(kinds=sorted(PLAN_ENTRIES.kinds)))


def list_plans(case: OpenCase) -> tuple[KeptPlan, ...]:
    """Return every plan of a case, oldest first."""
    plans, catalogues = case_plans(case), event_lists(case)
    return tuple(_kept(case, plan, plans, catalogues) for plan in plans.frozen.values())


def find_plan(case: OpenCase, name: str) -> KeptPlan:
    """Return the plan of a name.

    Raises:
        UnknownNameError: There is none.
    """
    plans = case_plans(case)
    plan = plans.called(name)
    if plan is None:
        raise UnknownNameError(f"no plan is called {name[:60]}; `kashf plan CASE` lists them", code="no-such-plan", name=name[:60])
    return _kept(case, plan, plans, event_lists(case))


def freeze_plan(case: WritableCase, asked: PlanAsked, *, log: RunLog) -> KeptPlan:
    """Freeze a plan before anything is tested; what cannot be run is not frozen.

    Args:
        case: Which case.
        asked: What is to be tested.
        log: Runs on catalogues that this installation remembers.

    Raises:
        UsageError: The name is taken or none, a rule says nothing or finds nothing, the controls are the orders, or the choices are none.
        UnknownNameError: There is no such catalogue.
    """
    reading = case.reading
    if not PLAN_NAME.fullmatch(asked.name):
        raise UsageError(
            "a plan is called by small Latin letters, digits and hyphens, up to 40: its name stays in the ledger for ever", code="plan-name"
        )
    if case_plans(reading).called(asked.name):
        raise UsageError(f"a plan is called {asked.name} already; a frozen plan is not written over", code="plan-name-taken")
    if not (rule := check_rule(asked.rule)):
        raise UsageError("--orders says in words by which rule the orders were chosen, and from what", code="plan-without-rule")
    if asked.controls_only and not asked.controls_rule:
        raise UsageError("--controls says in words by which rule the controls were chosen", code="plan-without-control-rule")
    check_choices(asked.choices.setup, asked.choices.alpha)
    catalogue = find_events(reading, asked.events)
    text = PlanText(
        rule=rule,
        only=asked.only,
        controls_rule=check_rule(asked.controls_rule),
        controls_only=asked.controls_only,
        actors=asked.choices.actors,
        types=asked.choices.types,
        salt=new_salt(),
    )
    events_of(reading, catalogue.id, text)
    found, controls = orders_of(reading, text)
    check_controls(read_orders(found.rows), read_orders(controls.rows) if controls else ())
    orders, control_orders = hashes_of(text, found, controls)
    text = replace(text, orders=orders, controls=control_orders)
    opened = len(case_plans(reading).record(catalogue.blob).runs) + len(log.record(catalogue.blob).runs)
    plan = PlannedTest(
        signed=Signed(EntryId(""), case.actor, case.clock.now()),
        name=asked.name,
        words=keep_words(case, text.as_bytes()),
        catalogue=catalogue.id,
        events=catalogue.blob,
        parameters=_parameters(asked.choices),
        orders=len(found.rows),
        controls=len(text.controls),
        left_out=found.left_out,
        opened=opened,
    )
    with case.store.unit() as uow:
        record_entry(case, uow, EntryKind.PLAN_FROZEN, plan_body(plan))
        uow.commit()
    return find_plan(reading, asked.name)


def rule_of(text: PlanText) -> tuple[OrderRule, OrderRule | None]:
    """Return by which rules the orders and the controls of a plan are chosen; None for no controls.

    Raises:
        UsageError: A rule asks for what there is not.
    """
    return OrderRule.of(text.only), OrderRule.of(text.controls_only) if text.controls_rule else None


def orders_of(case: OpenCase, text: PlanText) -> tuple[FoundOrders, FoundOrders | None]:
    """Return the orders and the controls of a plan as they are now.

    Raises:
        UsageError: Nothing fits a rule.
    """
    orders, controls = rule_of(text)
    return _found(case, orders), _found(case, controls) if controls else None


def events_of(case: OpenCase, catalogue: EntryId, text: PlanText) -> Events:
    """Return the events of a catalogue of the case, by its entry, narrowed as a plan says.

    Raises:
        NotFoundError: It is not in the case any more.
        UsageError: No event of it can be used.
    """
    events = next((events for listed, events in catalogues_of(case) if listed.id == catalogue), None)
    if events is None:
        raise NotFoundError("the catalogue that this plan was frozen for is not in the case any more", code="plan-without-catalogue")
    return read_events(catalogue_rows(events), actors=text.actors, types=text.types)


def hashes_of(text: PlanText, orders: FoundOrders, controls: FoundOrders | None) -> tuple[dict[str, str], dict[str, str]]:
    """Return the hashes of orders and controls, salted as those of a plan."""
    return order_hashes(orders.rows, salt=text.salt), order_hashes(controls.rows if controls else (), salt=text.salt)


def choices_of(plan: PlannedTest, text: PlanText) -> Choices:
    """Return what a plan chooses about its test.

    Raises:
        DamagedCaseError: The entry does not say it.
    """
    told = plan.parameters
    try:
        first, last = (int(str(day)) for day in _list(told["window"]))
        radii = tuple(float(str(radius)) for radius in _list(told["radii_km"]))
        setup = Setup((first, last), int(str(told["reach"])), int(str(told["onset"])), radii)
        return Choices("", setup, text.actors, text.types, float(str(told["alpha"])), int(str(told["seed"])))
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedCaseError(f"the choices of the plan {plan.name} cannot be read", code="plan-unreadable") from error


def _parameters(choices: Choices) -> Mapping[str, Json]:
    setup = choices.setup
    return {
        "window": list(setup.window),
        "reach": setup.reach,
        "onset": setup.onset,
        "radii_km": [repr(float(radius)) for radius in setup.radii_km],
        "alpha": repr(choices.alpha),
        "seed": choices.seed,
    }


def _found(case: OpenCase, rule: OrderRule) -> FoundOrders:
    found = planned_orders(case, rule)
    if not found.rows:
        why = ", ".join(f"{count} {reason}" for reason, count in found.left_out.items()) or "no act fits it"
        raise UsageError(f"the rule finds no order with a date and a place of its own: {why}", code="plan-without-orders", why=why)
    return found


def _kept(case: OpenCase, plan: PlannedTest, plans: CasePlans, catalogues: Sequence[EventList]) -> KeptPlan:
    listed = next((each for each in catalogues if each.id == plan.catalogue), None)
    record = plans.record(plan.events)
    return KeptPlan(
        plan=plan,
        text=PlanText.from_bytes(read_words(case.blobs, plan.words)),
        catalogue=listed.name if listed else "",
        added=f"{listed.when:%Y-%m-%d}" if listed else "",
        runs=plans.runs_of(plan.id),
        number=record.plans.index(plan.id) + 1,
        of=len(record.plans),
        others=record.others(plan.id),
    )


def _list(untrusted: Json) -> Sequence[Json]:
    if isinstance(untrusted, str) or not isinstance(untrusted, Sequence):
        raise TypeError("no list")
    return untrusted
