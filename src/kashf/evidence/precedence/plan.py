"""The plan of a test, frozen before the catalogue is opened: what will be tested and how, so that nobody, ourselves included, can fish.

A plan is a file of canonical JSON; its hash is the SHA-256 of those bytes and stands in every result. It names orders and catalogue by the
hash of their files, and says how many runs this installation had made on the catalogue when the plan was frozen.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Final

from kashf.domain.ids import Json, canonical_json
from kashf.errors import UsageError
from kashf.evidence.precedence.tables import Setup

FORMAT: Final = "kashf-precedence-plan-2"
#: The highest level at which a p may count.
HIGHEST_ALPHA: Final = 0.05
#: Words of the rule that a person has to write at least; "all" says nothing about how a pile was chosen.
_LEAST_RULE: Final = 20
_LONGEST_RULE: Final = 4000


@dataclass(frozen=True, slots=True)
class Choices:
    """All that is chosen about a test but its two tables; the command line, Python and a plan have the same.

    Args:
        mapping: How the catalogue's columns are read: "" for our own, "ucdp" or "acled".
        setup: Window, reach, onset and radii.
        actors: Whose events count; () for all.
        types: Which types of events count; () for all.
        alpha: The level at which a p counts, in (0..0.05].
        seed: Of what is drawn.
    """

    mapping: str = ""
    setup: Setup = field(default_factory=Setup)
    actors: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    alpha: float = 0.05
    seed: int = 0

    def differences(self, other: Choices) -> tuple[str, ...]:
        """Return the names of the choices that are made otherwise."""
        return tuple(each.name for each in fields(self) if getattr(self, each.name) != getattr(other, each.name))


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be tested.

    Args:
        orders_sha256: Of the table of orders.
        events_sha256: Of the catalogue.
        orders: Where the table of orders was; the hash decides whether it is the same.
        events: Where the catalogue was.
        rule: In words, by which the orders were chosen, and from what; "" where nobody has said.
        choices: All else that is chosen.
        frozen: When, as the ledger writes times.
        runs_before: Runs on this catalogue that this installation had made by then.
        controls: Where the table of control orders was; "" without controls.
        controls_sha256: Of that table, or "".
    """

    orders_sha256: str
    events_sha256: str
    orders: str
    events: str
    rule: str
    choices: Choices
    frozen: str
    runs_before: int
    controls: str = ""
    controls_sha256: str = ""

    def canonical(self) -> bytes:
        """Return the bytes of the plan's file: RFC 8785 JSON; numbers with a fraction are written as text."""
        choices = self.choices
        return canonical_json(
            {
                "actors": list(choices.actors),
                "alpha": repr(choices.alpha),
                "controls": self.controls,
                "controls_sha256": self.controls_sha256,
                "events": self.events,
                "events_sha256": self.events_sha256,
                "format": FORMAT,
                "frozen": self.frozen,
                "mapping": choices.mapping,
                "onset": choices.setup.onset,
                "orders": self.orders,
                "orders_sha256": self.orders_sha256,
                "radii_km": [repr(float(radius)) for radius in choices.setup.radii_km],
                "reach": choices.setup.reach,
                "rule": self.rule,
                "runs_before": self.runs_before,
                "seed": choices.seed,
                "types": list(choices.types),
                "window": list(choices.setup.window),
            }
        )

    @property
    def sha256(self) -> str:
        """The plan's hash, in hex."""
        return hashlib.sha256(self.canonical()).hexdigest()

    def departures(self, other: Plan) -> tuple[str, ...]:
        """Return what another plan, or a run described as one, does otherwise; when it was frozen is no departure."""
        tables = (name for name in ("orders_sha256", "events_sha256", "controls_sha256") if getattr(self, name) != getattr(other, name))
        return (*tables, *self.choices.differences(other.choices))


def check_rule(rule: str) -> str:
    """Return the rule by which orders were chosen, stripped; none is one that every result complains of.

    Raises:
        UsageError: It is too short to say anything, or too long to be read.
    """
    stripped = rule.strip()
    if stripped and not _LEAST_RULE <= len(stripped) <= _LONGEST_RULE:
        raise UsageError(
            f"a plan says in words by which rule the orders were chosen, and from what, in {_LEAST_RULE} to {_LONGEST_RULE} characters"
        )
    return stripped


def read_plan(untrusted_content: bytes) -> Plan:
    """Return the plan that a file holds.

    Raises:
        UsageError: It is no plan, or not one that this version knows.
    """
    try:
        untrusted_plan = json.loads(untrusted_content)
        if not isinstance(untrusted_plan, dict) or untrusted_plan.get("format") != FORMAT:
            raise UsageError(f'the file is no plan of this kashf: its "format" is not "{FORMAT}"; freeze it anew with --freeze')
        plan = _of(untrusted_plan)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError("the plan cannot be read; freeze it anew with --freeze") from error
    if not 0 < plan.choices.alpha <= HIGHEST_ALPHA:
        raise UsageError(f"the plan has an alpha of {plan.choices.alpha:g}; above {HIGHEST_ALPHA} nothing is a finding")
    if plan.canonical() != untrusted_content.strip():
        raise UsageError("the plan was changed after it was frozen, or written by another program")
    return plan


def _of(value: Mapping[str, Json]) -> Plan:
    first, last = _whole_numbers(value["window"])
    return Plan(
        orders_sha256=str(value["orders_sha256"]),
        events_sha256=str(value["events_sha256"]),
        orders=str(value["orders"]),
        events=str(value["events"]),
        rule=str(value["rule"]),
        choices=Choices(
            mapping=str(value["mapping"]),
            setup=Setup((first, last), int(str(value["reach"])), int(str(value["onset"])), tuple(map(float, _texts(value["radii_km"])))),
            actors=_texts(value["actors"]),
            types=_texts(value["types"]),
            alpha=float(str(value["alpha"])),
            seed=int(str(value["seed"])),
        ),
        frozen=str(value["frozen"]),
        runs_before=int(str(value["runs_before"])),
        controls=str(value["controls"]),
        controls_sha256=str(value["controls_sha256"]),
    )


def _whole_numbers(value: Json) -> tuple[int, ...]:
    if not isinstance(value, Sequence):
        raise TypeError("not a list")
    return tuple(int(str(each)) for each in value)


def _texts(value: Json) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise TypeError("not a list")
    return tuple(map(str, value))
