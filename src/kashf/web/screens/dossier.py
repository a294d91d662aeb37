"""A name's dossier: its counts with a way to every place behind them, how it is written, who may be it too, what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field

from kashf.domain.entity import RESOLVED, MentionType, NameKey, Verdict, unassigned_key
from kashf.domain.entries.delivery import Scope
from kashf.domain.reasons import Reasons
from kashf.entities.counting.appearances import Appearance
from kashf.services.case.open import OpenCase
from kashf.services.case.quotes import QuotedPlace, quote_places
from kashf.services.names.counting.by_role import MENTIONED, OWN, RECIPIENT, SENDER
from kashf.services.names.dossier import Dossier, PlaceFilter, dossier, places
from kashf.services.names.review import by_entry
from kashf.services.names.reviewing.posts import posts_asked
from kashf.show.answers import count_by_role_answer
from kashf.show.explain import in_english
from kashf.show.wording import Wording
from kashf.web.bars import MONTH, bars
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State, address
from kashf.web.screens.names import name_address
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, MovedError, Screen, Visit

#: Places on one page of the dossier.
PAGE_LENGTH: Final = 20
#: Undecided places that are asked about at once, and variants and decisions that are shown before a person asks for the rest.
ASKED_AT_ONCE: Final = 5
SHOWN: Final = 12
#: Roles that are no field's.
_ROLES: Final = frozenset({role.code for role in (OWN, SENDER, RECIPIENT, MENTIONED)})
_LEVELS: Final = ("exact", "spelling", "partial")


class NameParams(ScreenParams):
    """One name's dossier.

    Args:
        type: What it names.
        name: Its key, or any spelling.
        view: The counts; who stands beside the name has a screen of its own now.
        level: Which places to list.
        variant: A way in which it is written, to keep to.
        script: A script to keep to.
        month: yyyy-mm to keep to, or "none".
        source: Channel to keep to.
        document: Id of a document to keep to.
        role: A role to keep to: "own", the kind of a field, "sender", "recipient" or "mentioned".
        page: Page of the places.
        collection: Which collection to tell of.
    """

    type: MentionType = MentionType.PERSON
    name: Annotated[str, Field(min_length=1, max_length=300)]
    view: Literal["", "beside"] = ""
    level: Literal["", "exact", "spelling", "partial", "undecided", "rejected", "decided"] = ""
    variant: Filter = ""
    script: Literal["", "arabic", "latin", "mixed", "other"] = ""
    month: Annotated[str, Field(pattern=r"^(\d{4}-\d{2}|none)?$")] = ""
    source: Filter = ""
    document: Annotated[str, Field(pattern=r"^[0-9a-f]{0,64}$")] = ""
    role: Annotated[str, Field(pattern=r"^[a-z-]{0,20}$")] = ""
    page: Annotated[int, Field(ge=1, le=100_000)] = 1
    collection: Scope = Scope.LEAK


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the way to the places behind it.

    Args:
        value: What is counted: a variant, a script, a month, a channel.
        number: How many mentions.
        href: The dossier with these places alone.
        width: Its share of the largest, in [0..100].
        note: Something about the value, such as its script; "" for nothing.
    """

    value: str
    number: int
    href: str
    width: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place of the name in the list of places.

    Args:
        shown: The place with the text around it.
        why: Why it is one; nothing where it is one as it stands.
        verdict: What a person decided about it; None when nobody did.
        href: The document opened there.
    """

    shown: QuotedPlace
    why: Reasons
    verdict: Verdict | None
    href: str


def view(context: Context, params: NameParams) -> Dossier:
    """Return what is known of a name.

    Raises:
        MovedError: Who stands beside it is asked for at the address of an earlier kashf.
        NotFoundError: The name stands nowhere in the case.
        UsageError: There is no name in it.
        UnfinishedError: The case was not searched for names yet.
    """
    if params.view:
        raise MovedError(State("/network", {key: value for key, value in params.state().items() if key in {"type", "name", "collection"}}))
    return dossier(context.case, params.type, params.name, scope=params.collection)


def page(visit: Visit[NameParams, Dossier]) -> dict[str, object]:
    """Return what the page shows."""
    case, params, found = visit.case, visit.params, visit.answer
    state = State("/name", params.state())
    kept = places(found, filter_of(params))
    last = params.page * PAGE_LENGTH
    counted = found.counted
    undecided = counted.undecided_spans[:ASKED_AT_ONCE]
    return {
        "found": found,
        "counted": counted,
        "entity": found.entity,
        "whole": state.address(level="", variant="", script="", month="", source="", document="", role="", page=""),
        "numbers": _levels(found, state),
        "variants": _numbers(((each.text, each.mentions, each.script) for each in counted.variants), "variant", state),
        "scripts": _numbers(((script, number, "") for script, number in counted.by_script.items()), "script", state),
        "channels": _numbers(((channel, number, "") for channel, number in counted.by_channel.items()), "source", state),
        "roles": [(each, _narrowed(state, "role", each.role.code), f"role.{each.role.kind}") for each in found.roles],
        "role_called": role_called,
        "months": bars(counted.by_month, lambda time: _month(time, state)),
        "undated": sum(number for month, number in counted.by_month.items() if not MONTH.fullmatch(month)),
        "places": _place_rows(case, found, kept[last - PAGE_LENGTH : last]),
        "place_count": len(kept),
        "page_count": max(1, -(-len(kept) // PAGE_LENGTH)),
        "first": last - PAGE_LENGTH + 1,
        "chips": _chips(params, state),
        "undecided": _place_rows(case, found, undecided) if not params.level else (),
        "history": history_rows(found),
        "bearers": bearers(case, found),
        "posts": [post for one in posts_asked(case, found.key) for post in one.posts] if found.type is MentionType.PERSON else [],
        "gives": found.entity is not None and found.type in RESOLVED,
        "audit_address": address("/audit", name=found.text),
        "shown": SHOWN,
        "name_address": name_address,
        "place_address": place_address,
        "network": network_address(params.type, params.name),
    }


def data(visit: Visit[NameParams, Dossier]) -> object:
    """Return the count, as `kashf count --json` does, with the dossier and all places that are kept to."""
    found = visit.answer
    estimate, delta = (found.audit.estimate, found.audit.delta) if found.audit else (None, None)
    facts = {"type": found.type, "key": found.key, "delta": delta, "entity": found.entity, "places": places(found, filter_of(visit.params))}
    return count_by_role_answer(found.counted, estimate, found.roles) | facts


def rows(visit: Visit[NameParams, Dossier]) -> Spreadsheet:
    """Return the places that are kept to as rows."""
    found = visit.answer
    header = ("document", "page", "start", "end", "text", "level", "score", "why", "month", "channels")
    kept = places(found, filter_of(visit.params))
    return Spreadsheet(
        "places",
        header,
        (
            (
                *(place.document, place.page, place.start, place.end, place.text, place.level, place.score, in_english(place.why)),
                *(found.months.get(place.document, ""), "; ".join(found.channels.get(place.document, ()))),
            )
            for place in kept
        ),
    )


def filter_of(params: NameParams) -> PlaceFilter:
    """Return which places an address asks for."""
    return PlaceFilter(params.level, params.variant, params.script, params.month, params.source, params.document, params.role)


def role_called(say: Wording, code: str) -> str:
    """Return what a role is called; that of a field as the kind of the field is."""
    return say(f"role.{code}") if code in _ROLES else say.named("field_kind", code)


def network_address(type: MentionType, name: str) -> str:
    """Return where those who stand beside a name are."""
    return address("/network", type=type.value, name=name)


def place_address(document: str, page: int, start: int, end: int) -> str:
    """Return the document opened at a place, which is marked there."""
    return address(f"/document/{document}", page=page if page > 1 else "", at=f"{start}-{end}")


def history_rows(found: Dossier) -> list[dict[str, object]]:
    """Return what was decided on any of the names, latest first."""
    decisions = found.entity.decisions if found.entity else ()
    return [{"judgement": each.judgement, "undone": each.undone, "others": others} for each, others in by_entry(decisions)]


def bearers(case: OpenCase, found: Dossier) -> list[tuple[NameKey, str]]:
    """Return those who bear a name of an entity, where people told them apart, the entity itself left out."""
    names = {name.key for name in found.entity.names} if found.entity else set()
    groups = [{each.reassigned.origin, each.right} for each in case.view.judgements() if each.type is found.type and each.reassigned]
    near = {key for some in groups if {*some, *map(unassigned_key, some)} & names for key in some} - names
    return [(total.key, total.text) for total in case.view.names_with(found.type, sorted(near))]


def _place_rows(case: OpenCase, found: Dossier, shown: Sequence[Appearance]) -> tuple[PlaceRow, ...]:
    quoted = quote_places(case, [place.span for place in shown])
    return tuple(
        PlaceRow(
            shown=one,
            why=place.why,
            verdict=found.judged.get(place.span),
            href=place_address(place.document, place.page, place.start, place.end),
        )
        for place, one in zip(shown, quoted, strict=True)
    )


def _levels(found: Dossier, state: State) -> dict[str, Number]:
    """Return how many places there are of each level, each with the way to them."""
    numbers = {level: sum(place.level == level for place in found.counted.spans) for level in _LEVELS}
    numbers["undecided"] = found.counted.undecided
    numbers["rejected"] = len(places(found, PlaceFilter("rejected")))
    numbers["decided"] = len(places(found, PlaceFilter("decided")))
    return {level: Number(level, number, _narrowed(state, "level", level), 0) for level, number in numbers.items()}


def _numbers(counts: Iterable[tuple[str, int, str]], parameter: str, state: State) -> list[Number]:
    rows = sorted(counts, key=lambda row: -row[1])
    largest = max((number for _, number, _ in rows), default=1)
    return [
        Number(value, number, _narrowed(state, parameter, value), round(number / largest * 100, 1), note) for value, number, note in rows
    ]


def _month(time: str, state: State) -> tuple[str, bool]:
    """Return the way to the places of a month; to those of a year there is none."""
    return (_narrowed(state, "month", time) if MONTH.fullmatch(time) else ""), state.parameters.get("month") == time


def _narrowed(state: State, parameter: str, value: str) -> str:
    """Return the dossier narrowed to a value alone, at its list of places."""
    cleared = dict.fromkeys(("level", "variant", "script", "month", "source", "document", "role", "page", "view"), "")
    return state.address(**{**cleared, parameter: value}) + "#places"


def _chips(params: NameParams, state: State) -> list[tuple[str, str, str]]:
    """Return what the places are narrowed to: parameter, value, address without it."""
    names = ("level", "variant", "script", "month", "source", "document", "role")
    return [(name, str(value), state.address(**{name: "", "page": ""}) + "#places") for name in names if (value := getattr(params, name))]


NAME: Final = Screen("/name", NameParams, view, "name.html", page, data, rows, under="/names", decides=True)
