"""The precedence test on files: tables read, plans frozen and kept to, every run on a catalogue remembered."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from os import PathLike
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np

from kashf import __version__
from kashf.domain.acts.catalogue_record import CatalogueRecord, PastRun
from kashf.domain.ledger import format_time
from kashf.errors import BadPathError, UsageError
from kashf.evidence.precedence.engine import check_choices
from kashf.evidence.precedence.engine import precedence as run_engine
from kashf.evidence.precedence.gates.controls import check_controls
from kashf.evidence.precedence.plan import Choices, Plan, check_rule, read_plan
from kashf.evidence.precedence.result import PrecedenceResult
from kashf.evidence.precedence.rows.formats import mapped
from kashf.evidence.precedence.rows.inputs import Events, Order, Row, read_events, read_orders
from kashf.evidence.precedence.sentences import NOT_SHOWN, SELECTION, card_sentence, lines, quotable_sentence
from kashf.ports.runtime import RunLog

#: Columns that make no table of orders or events; more is an attack or an accident.
_LONGEST_FIELD: Final = 1 << 20

#: Where rows come from: a path to a CSV file, anything with pandas' to_dict, or the rows themselves.
Table: TypeAlias = "str | PathLike[str] | Sequence[Mapping[str, object]] | Any"


@dataclass(frozen=True, slots=True)
class PrecedenceRequest:
    """What is to be tested.

    Args:
        orders: The table of orders.
        events: The catalogue.
        choices: All that is chosen but the tables.
        controls: Orders that could foretell nothing, part of the plan; None for none.
    """

    orders: Table
    events: Table
    choices: Choices = field(default_factory=Choices)
    controls: Table = None


@dataclass(frozen=True, slots=True)
class PrecedenceRun:
    """A test that was run.

    Args:
        result: What came out.
        notice: What has to be said first: that there was no plan, that it was not kept, or was frozen too late; "" for none.
        plan_sha256: Hash of the plan, or "".
        rule: By which the orders were chosen, as the plan says.
        orders_sha256: Of the table of orders.
        events_sha256: Of the catalogue.
        record: Every plan and every run on the catalogue before this run.
    """

    result: PrecedenceResult
    notice: str
    plan_sha256: str
    rule: str
    orders_sha256: str
    events_sha256: str
    record: CatalogueRecord

    @property
    def quotable(self) -> str:
        """The sentence to quote."""
        return self.quoted(str)

    def quoted(self, show: Callable[[str], str]) -> str:
        """Return the sentence to quote, words of the tables passed through `show`."""
        return quotable_sentence(self.result, catalogue=self.events_sha256, plan=self.plan_sha256, show=show)


def load_plan(path: str | PathLike[str]) -> Plan:
    """Return the plan in a file.

    Raises:
        BadPathError: The file cannot be read.
        UsageError: It holds no plan.
    """
    try:
        untrusted_content = Path(path).read_bytes()
    except OSError as error:
        raise BadPathError(f"the plan at {path} cannot be read") from error
    return read_plan(untrusted_content)


def freeze_plan(request: PrecedenceRequest, *, rule: str, now: datetime, log: RunLog) -> Plan:
    """Return the plan for a test, before anything was tested; the tables are read, so that what cannot be run is not frozen.

    Raises:
        UsageError: The rule says nothing, or a table cannot be read.
    """
    check_choices(request.choices.setup, request.choices.alpha)
    orders, events, controls = _contents(request)
    check_controls(read_orders(_rows(orders)), _controls(controls))
    _events(events, request.choices)
    before = len(log.record(_sha256(events)).runs)
    plan = replace(_plan_of(request, orders, events, controls), rule=check_rule(rule), frozen=format_time(now), runs_before=before)
    log.freeze(plan.sha256, events_sha256=plan.events_sha256, when=plan.frozen)
    return plan


def run_test(request: PrecedenceRequest, *, plan: Plan | None, now: datetime, log: RunLog) -> PrecedenceRun:
    """Run the test, remember that the catalogue was opened and what came out, and say whether the plan was kept.

    Args:
        request: What is to be tested.
        plan: What was frozen before; None for a test without a plan, which the result says.
        now: The time.
        log: Where plans and runs are remembered.

    Raises:
        UsageError: A table cannot be read, the choices contradict one another, or the plan is one of another catalogue.
    """
    order_content, event_content, control_content = _contents(request)
    done = _plan_of(request, order_content, event_content, control_content)
    if plan and plan.events_sha256 != done.events_sha256:
        raise UsageError("this plan was frozen for another catalogue; freeze one for this, or give the catalogue that it names")
    orders, controls = read_orders(_rows(order_content)), _controls(control_content)
    events, choices = _events(event_content, request.choices), request.choices
    rng = np.random.default_rng(choices.seed)
    found = run_engine(orders, events, rng=rng, setup=choices.setup, alpha=choices.alpha, controls=controls)
    record = log.record(done.events_sha256)
    notice = _notice(plan, done, is_ours=plan is not None and log.was_frozen(plan.sha256))
    plan_sha256 = plan.sha256 if plan else ""
    log.add(done.events_sha256, PastRun(plan_sha256, format_time(now), found.verdict.value, round(found.p, 6)))
    return PrecedenceRun(
        result=replace(found, seed=choices.seed),
        notice=notice,
        plan_sha256=plan_sha256,
        rule=plan.rule if plan else "",
        orders_sha256=done.orders_sha256,
        events_sha256=done.events_sha256,
        record=record,
    )


def planned_request(plan: Plan, *, orders: Table = None, events: Table = None, controls: Table = None) -> PrecedenceRequest:
    """Return what a plan asks, of the tables that it names or of others."""
    tables = plan.orders if orders is None else orders, plan.events if events is None else events
    return PrecedenceRequest(*tables, plan.choices, (plan.controls or None) if controls is None else controls)


def _contents(request: PrecedenceRequest) -> tuple[bytes, bytes, bytes]:
    """Return the bytes of the three tables; none of controls that there are not."""
    controls = b"" if request.controls is None else _content(request.controls)
    return _content(request.orders), _content(request.events), controls


def _controls(content: bytes) -> tuple[Order, ...]:
    return read_orders(_rows(content)) if content else ()


def _events(content: bytes, choices: Choices) -> Events:
    return read_events(mapped(_rows(content), choices.mapping), actors=choices.actors, types=choices.types)


def _notice(plan: Plan | None, done: Plan, *, is_ours: bool) -> str:
    if plan is None:
        return "No plan was frozen before this run, so the choices may have been made with the answer in sight."
    told = []
    if departures := plan.departures(done):
        told.append(f"This run departs from its plan in: {', '.join(departures)}.")
    if not is_ours:
        told.append("This plan was not frozen on this installation, or was changed since; nothing but itself says when it was made.")
    if not plan.rule:
        told.append("The plan does not say by which rule the orders were chosen.")
    if plan.runs_before:
        times = "once" if plan.runs_before == 1 else f"{plan.runs_before} times"
        told.append(f"The plan was frozen after the catalogue had been run {times} on this installation.")
    return " ".join(told)


def _plan_of(request: PrecedenceRequest, orders: bytes, events: bytes, controls: bytes) -> Plan:
    setup = request.choices.setup
    setup = replace(setup, window=(setup.window[0], setup.window[1]), radii_km=tuple(map(float, setup.radii_km)))
    return Plan(
        orders_sha256=_sha256(orders),
        events_sha256=_sha256(events),
        orders=_where(request.orders),
        events=_where(request.events),
        rule="",
        choices=replace(request.choices, setup=setup),
        frozen="",
        runs_before=0,
        controls=_where(request.controls),
        controls_sha256=_sha256(controls) if controls else "",
    )


def _where(table: Table) -> str:
    return os.fspath(table) if isinstance(table, str | PathLike) else ""


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _content(table: Table) -> bytes:
    """Return the bytes of a table: those of its file, or of its rows as JSON."""
    if isinstance(table, str | PathLike):
        try:
            return Path(table).read_bytes()
        except OSError as error:
            raise BadPathError(f"the table at {Path(table).name} cannot be read") from error
    rows = table.to_dict("records") if hasattr(table, "to_dict") else table
    if not isinstance(rows, Iterable):
        raise UsageError("a table is a path to a CSV file, a data frame, or rows that map columns to values")
    found = list(rows)
    if not all(isinstance(row, Mapping) for row in found):
        raise UsageError("a row of a table maps columns to values, as a dictionary does")
    return _whole(json.dumps([dict(row) for row in found], ensure_ascii=False, sort_keys=True, default=str))


def _whole(text: str) -> bytes:
    """Return text as bytes; what JSON can hold and no file in UTF-8 can, halves of characters, is refused."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise UsageError("a cell of the table holds half a character, a lone surrogate") from None


def _rows(content: bytes) -> Iterator[Row]:
    """Yield the rows of a table in UTF-8: CSV with a head, or JSON."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UsageError(f"line {line} of the table is not in UTF-8; save it as UTF-8 and give it again") from None
    if text.startswith("["):
        yield from _objects(text)
        return
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        head = list(rows.fieldnames or ())
        if twice := [name for name, count in Counter(head).items() if count > 1]:
            raise UsageError(f"duplicate column {twice[0][:60]!r} in the head of the table")
        for row in rows:
            if None in row or None in row.values():
                raise UsageError(f"line {rows.line_num} of the table has another number of columns than its head")
            yield row
    except csv.Error as error:
        raise UsageError(f"after line {rows.line_num} the table cannot be read: {error}") from None


def _objects(text: str) -> Iterator[Row]:
    try:
        untrusted_rows = json.loads(text)
    except (ValueError, RecursionError):
        raise UsageError("the table begins with [ as a list of JSON objects does, and is none") from None
    if not all(isinstance(row, dict) for row in untrusted_rows):
        raise UsageError("a row of a table in JSON is an object with its columns as keys")
    _whole(json.dumps(untrusted_rows, ensure_ascii=False))
    yield from untrusted_rows


def summary_lines(done: PrecedenceRun, *, show: Callable[[str], str] = str) -> Iterator[str]:
    """Yield a run as lines of text: what has to be said first, the verdict, and everything beside it.

    Args:
        done: The run.
        show: What words of the tables pass through before they are shown; as they are without.
    """
    if done.notice:
        yield done.notice
    yield done.quoted(show)
    yield from lines(done.result, show=show)
    yield done.record.sentence(done.plan_sha256)
    if done.plan_sha256:
        yield f"plan {done.plan_sha256}"
    yield f"orders {done.orders_sha256}"
    yield f"events {done.events_sha256}"


def as_dict(done: PrecedenceRun) -> Mapping[str, Any]:
    """Return a run as plain values for JSON."""
    result = done.result
    found = {each.name: getattr(result, each.name) for each in fields(result)}
    for name in ("p_calendar", "p_direction", "p_hazard", "p_matched", "p_worst", "before", "gates_hold", "failed_doubts"):
        found[name] = getattr(result, name)
    found["inputs_sha256"] = {"orders": done.orders_sha256, "events": done.events_sha256}
    found |= {"notice": done.notice, "plan_sha256": done.plan_sha256, "rule": done.rule}
    found["sentence"], found["not_shown"], found["selection"] = done.quotable, NOT_SHOWN, SELECTION
    window = result.setup.window
    found["cards"] = {order.id: card_sentence(order, reach=result.setup.reach, window=window) for order in result.per_order}
    found["record"] = {
        "plans": len(done.record.plans),
        "runs_before": len(done.record.runs),
        "others": done.record.others(done.plan_sha256),
        "told": done.record.sentence(done.plan_sha256),
    }
    return found


def result_page(done: PrecedenceRun) -> str:
    """Return a run as one HTML page that needs nothing else."""
    from kashf.publish.precedence_page import Provenance, precedence_page

    hashes = done.plan_sha256, done.rule, done.orders_sha256, done.events_sha256
    made_from = Provenance(done.notice, *hashes, __version__, done.record.sentence(done.plan_sha256))
    return precedence_page(done.result, made_from)


def figure(done: PrecedenceRun) -> str:
    """Return the days between orders and events as an SVG file that needs no page around it."""
    from kashf.publish.figures import alone, lead_time_plot

    return str(alone(lead_time_plot(done.result.leads, done.result.setup.window)))
