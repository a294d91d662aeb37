"""Plans of the precedence test that somebody froze in a case, and every run of one: what is tested, before anybody saw the answer.

A plan is taken back by nothing and so is a run: sixty plans of which one is shown are a fishing trip. The rule by which orders are chosen
lies in a blob, with a salted hash of each order that it found.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.acts.catalogue_record import CatalogueRecord, PastRun
from kashf.domain.entries.projections import Projection
from kashf.domain.ids import DocumentId, EntryId, Json, canonical_json, content_id, is_digest
from kashf.domain.ledger import Entry, EntryKind, Recorded, format_time
from kashf.domain.transcription.signed_words import Signed, blob_of, signed_of
from kashf.errors import DamagedCaseError

#: What a plan may be called: it stays in the ledger for ever, and in the address of its screen.
PLAN_NAME: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class OrdersSince:
    """What became of the orders of a plan after it was frozen; controls are counted with them.

    Args:
        came: Orders that fit the rule now and did not then.
        gone: Those that did then and do not now.
        altered: Those whose dates or place are read otherwise.
    """

    came: int = 0
    gone: int = 0
    altered: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.came + self.gone + self.altered


@dataclass(frozen=True, slots=True)
class PlannedTest:
    """A plan as its entry says it.

    Args:
        signed: Who froze it, and when.
        name: What it is called.
        words: The blob with the rule.
        catalogue: Entry of the catalogue of outside events.
        events: Its bytes.
        parameters: Window, reach, onset, radii, alpha and seed; numbers with a fraction as text.
        orders: How many orders the rule found.
        controls: How many controls.
        left_out: Acts that fit the rules and are no orders, by reason.
        opened: Runs on the catalogue that the case and this installation knew of before.
    """

    signed: Signed
    name: str
    words: DocumentId
    catalogue: EntryId
    events: DocumentId
    parameters: Mapping[str, Json]
    orders: int
    controls: int
    left_out: Mapping[str, int]
    opened: int

    @property
    def id(self) -> EntryId:
        """Its ledger entry, which is the hash to leave with somebody else."""
        return self.signed.id


@dataclass(frozen=True, slots=True)
class PlanRun:
    """A run of a plan as its entry says it.

    Args:
        signed: Who ran it, and when.
        plan: Entry of the plan.
        orders: Hash over the orders that were used.
        result: Hash of what came out.
        verdict: What may be said, as a code.
        p: The one p to cite, as text.
        orders_used: How many orders were used.
        head: Head of the ledger when it was run.
        since: What became of the orders since the plan was frozen.
    """

    signed: Signed
    plan: EntryId
    orders: str
    result: str
    verdict: str
    p: str
    orders_used: int
    head: str
    since: OrdersSince = OrdersSince()


@dataclass(slots=True)
class CasePlans:
    """All plans and runs of a case, oldest first.

    Args:
        frozen: The plans by entry.
        runs: The runs.
    """

    frozen: dict[EntryId, PlannedTest] = field(default_factory=dict)
    runs: list[PlanRun] = field(default_factory=list)

    def called(self, name: str) -> PlannedTest | None:
        """Return the plan of a name; of two that two installations froze, the first."""
        return next((plan for plan in self.frozen.values() if plan.name == name), None)

    def runs_of(self, plan: EntryId) -> tuple[PlanRun, ...]:
        """Return the runs of one plan, oldest first."""
        return tuple(run for run in self.runs if run.plan == plan)

    def record(self, events: DocumentId, *, before: PlanRun | None = None) -> CatalogueRecord:
        """Return every plan and every run on a catalogue, by its bytes.

        Args:
            events: Its bytes.
            before: Up to this run alone, without it; None for all.
        """
        plans = [id for id, plan in self.frozen.items() if plan.events == events]
        runs = self.runs if before is None else self.runs[: self.runs.index(before)]
        past = (PastRun(run.plan, format_time(run.signed.when), run.verdict, float(run.p)) for run in runs if run.plan in plans)
        return CatalogueRecord(tuple(plans), tuple(past))


@dataclass(frozen=True, slots=True)
class PlanText:
    """What the blob of a plan holds.

    Args:
        rule: In words, by which rule the orders are chosen.
        only: What that rule asks of acts, by what it is: "kind", "force", "office", "place", "after", "before".
        controls_rule: In words, by which rule the controls are; "" without.
        controls_only: The same of them.
        actors: Whose events count; () for all.
        types: Which types of events count; () for all.
        salt: What keeps the hashes of orders from being guessed.
        orders: Salted hash of each order that was found, by its id.
        controls: The same of controls.
    """

    rule: str
    only: Mapping[str, Sequence[str]]
    controls_rule: str
    controls_only: Mapping[str, Sequence[str]]
    actors: tuple[str, ...]
    types: tuple[str, ...]
    salt: str
    orders: Mapping[str, str] = field(default_factory=dict)
    controls: Mapping[str, str] = field(default_factory=dict)

    def as_bytes(self) -> bytes:
        """Return it as the bytes of its blob."""
        return canonical_json(
            {
                "rule": self.rule,
                "only": {name: list(values) for name, values in self.only.items()},
                "controls_rule": self.controls_rule,
                "controls_only": {name: list(values) for name, values in self.controls_only.items()},
                "actors": list(self.actors),
                "types": list(self.types),
                "salt": self.salt,
                "orders": dict(self.orders),
                "controls": dict(self.controls),
            }
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> PlanText:
        """Return what the blob of a plan holds.

        Raises:
            DamagedCaseError: It is none.
        """
        try:
            told = json.loads(data)
            rules = [{str(name): tuple(map(str, some)) for name, some in told[key].items()} for key in ("only", "controls_only")]
            hashes = [{str(id): str(found) for id, found in told[key].items()} for key in ("orders", "controls")]
            actors, types = (tuple(map(str, told[key])) for key in ("actors", "types"))
            words = [str(told[key]) for key in ("rule", "controls_rule", "salt")]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise DamagedCaseError("the rule of a plan cannot be read") from error
        return cls(words[0], rules[0], words[1], rules[1], actors, types, words[2], *hashes)

    def since(self, orders: Mapping[str, str], controls: Mapping[str, str]) -> OrdersSince:
        """Return what became of orders and controls since, by their salted hashes now."""
        pairs = [(self.orders, orders), (self.controls, controls)]
        return OrdersSince(
            came=sum(len(now.keys() - then.keys()) for then, now in pairs),
            gone=sum(len(then.keys() - now.keys()) for then, now in pairs),
            altered=sum(then[id] != now[id] for then, now in pairs for id in then.keys() & now.keys()),
        )


def order_hashes(rows: Iterable[Mapping[str, str]], *, salt: str) -> dict[str, str]:
    """Return the salted hash of each order, by its id."""
    return {row["id"]: hashlib.sha256(salt.encode() + canonical_json(dict(row))).hexdigest() for row in rows}


def hash_of_orders(orders: Mapping[str, str], controls: Mapping[str, str]) -> str:
    """Return one hash over the salted hashes of orders and controls."""
    return content_id({"orders": dict(orders), "controls": dict(controls)})


def plan_body(plan: PlannedTest) -> Mapping[str, Json]:
    """Return the body of an entry of kind "plan-frozen"."""
    return {
        "name": plan.name,
        "words": plan.words,
        "catalogue": plan.catalogue,
        "events": plan.events,
        "parameters": dict(plan.parameters),
        "orders": plan.orders,
        "controls": plan.controls,
        "left_out": dict(plan.left_out),
        "opened": plan.opened,
    }


def run_body(run: PlanRun) -> Mapping[str, Json]:
    """Return the body of an entry of kind "plan-run"."""
    return {
        "plan": run.plan,
        "orders": run.orders,
        "result": run.result,
        "verdict": run.verdict,
        "p": run.p,
        "orders_used": run.orders_used,
        "head": run.head,
        "since": {"came": run.since.came, "gone": run.since.gone, "altered": run.since.altered},
    }


def _tell(told: CasePlans, entry: Entry, id: EntryId) -> CasePlans:
    try:
        if entry.kind == EntryKind.PLAN_FROZEN:
            told.frozen[id] = _plan(entry, id)
        else:
            told.runs.append(_run(entry, id))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedCaseError(f"ledger entry {entry.chain}/{entry.seq} is no plan and no run of one that can be read") from error
    return told


def _plan(entry: Entry, id: EntryId) -> PlannedTest:
    body = entry.body
    name, catalogue, events, parameters = str(body["name"]), str(body["catalogue"]), str(body["events"]), body["parameters"]
    if not PLAN_NAME.fullmatch(name) or not is_digest(catalogue) or not is_digest(events) or not isinstance(parameters, Mapping):
        raise ValueError("no plan")
    return PlannedTest(
        signed=signed_of(entry, id),
        name=name,
        words=blob_of(entry),
        catalogue=EntryId(catalogue),
        events=DocumentId(events),
        parameters=parameters,
        orders=_count(body["orders"]),
        controls=_count(body["controls"]),
        left_out=_counts(body["left_out"]),
        opened=_count(body["opened"]),
    )


def _run(entry: Entry, id: EntryId) -> PlanRun:
    body = entry.body
    plan, orders, result = str(body["plan"]), str(body["orders"]), str(body["result"])
    p = str(body["p"])
    if not all(map(is_digest, (plan, orders, result))) or not 0 <= float(p) <= 1:
        raise ValueError("no run of a plan")
    return PlanRun(
        signed=signed_of(entry, id),
        plan=EntryId(plan),
        orders=orders,
        result=result,
        verdict=str(body["verdict"]),
        p=p,
        orders_used=_count(body["orders_used"]),
        head=str(body["head"]),
        since=OrdersSince(**_counts(body["since"])),
    )


def _counts(untrusted: Json) -> dict[str, int]:
    if not isinstance(untrusted, Mapping):
        raise TypeError("no counts")
    return {str(name): _count(number) for name, number in untrusted.items()}


def _count(untrusted: Json) -> int:
    if not isinstance(untrusted, int) or isinstance(untrusted, bool) or untrusted < 0:
        raise ValueError("no count")
    return untrusted


def plans_of(entries: Iterable[Recorded]) -> CasePlans:
    """Return the plans of a case with their runs.

    Raises:
        DamagedCaseError: An entry is not one that kashf writes.
    """
    return PLAN_ENTRIES.fold(entries)


#: What was planned and run.
PLAN_ENTRIES: Final[Projection[CasePlans]] = Projection(frozenset({EntryKind.PLAN_FROZEN, EntryKind.PLAN_RUN}), CasePlans, _tell)
