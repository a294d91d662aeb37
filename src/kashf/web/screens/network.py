"""Who, what groups and what places stand in the same documents as a name, and how likely that is by accident."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.entity import RESOLVED, MentionType
from kashf.domain.entries.delivery import Scope
from kashf.entities.network.links import Link
from kashf.errors import NotFoundError
from kashf.ports.mentions import Membership
from kashf.services.case.open import OpenCase
from kashf.services.names.network import Network, network
from kashf.services.names.review import find_key
from kashf.show.answers import link_answer, network_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import address
from kashf.web.screens.dossier import network_address, place_address, role_called
from kashf.web.screens.names import name_address
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Links of each type that are shown; the files have all.
SHOWN_LINKS: Final = 25
#: Up to this adjusted chance a link is called more than chance.
MORE_THAN_CHANCE: Final = 0.05
_HEADER: Final = ("type", "name", "both", "expected", "other", "lift", "g2", "chance", "adjusted")
_TYPES: Final = tuple(type for type in MentionType if type in RESOLVED)


class NetworkParams(ScreenParams):
    """Who stands beside a name.

    Args:
        type: What it names.
        name: Its key, or any spelling.
        collection: Which collection to tell of.
    """

    type: MentionType = MentionType.PERSON
    name: Annotated[str, Field(min_length=1, max_length=300)]
    collection: Scope = Scope.LEAK


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of the page says of the name.

    Args:
        text: The name as it is most often written.
        entity: How it belongs to its entity; None for a name that was not resolved.
        is_counted: Whether it is a person, who is counted in every spelling and whose count can be audited.
        is_known: Whether it is a name of the case.
    """

    text: str
    entity: Membership | None
    is_counted: bool
    is_known: bool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A name and those who stand beside it."""

    found: Head
    around: Network


@dataclass(frozen=True, slots=True)
class Beside:
    """A name that stands with ours, as it is shown."""

    link: Link
    text: str
    href: str
    places: tuple[tuple[str, str], ...]
    is_more_than_chance: bool
    on_one_form: tuple[str, str] | None


def view(context: Context, params: NetworkParams) -> Surroundings:
    """Return who stands beside a name.

    Raises:
        NotFoundError: The name stands nowhere in the case.
        UsageError: There is no name in it.
        UnfinishedError: The case was not searched for names yet.
    """
    with context.case.view.snapshot():
        found = _head(context.case, params)
        asked = found.text if found.is_counted else params.name
        around = network(context.case, asked, type=params.type, scope=params.collection)
    if not found.is_known and not around.documents and not around.elsewhere:
        raise NotFoundError(
            f"nothing of type {params.type.value} has that name in this case: {params.name}", code="no-such-name", name=params.name
        )
    return Surroundings(found, around)


def _head(case: OpenCase, params: NetworkParams) -> Head:
    is_person = params.type is MentionType.PERSON
    try:
        _, key = find_key(case, params.name, [params.type])
    except NotFoundError:
        return Head(params.name, None, is_person, is_known=False)
    members = {member.key: member for member in case.view.memberships(params.type, [key])}
    leader = members[key].leader if key in members else key
    (total,) = case.view.names_with(params.type, [leader]) or case.view.names_with(params.type, [key])
    return Head(total.text, members.get(leader), is_person, is_known=True)


def page(visit: Visit[NetworkParams, Surroundings]) -> dict[str, object]:
    """Return what the page shows."""
    params, around = visit.params, visit.answer.around
    found = [_beside(link, around) for link in around.links]
    return {
        "found": visit.answer.found,
        "around": around,
        "kinds": [(type.value, [row for row in found if row.link.other.type is type]) for type in _TYPES],
        "whole": address("/name", type=params.type.value, name=params.name),
        "network": network_address(params.type, params.name),
        "shown": SHOWN_LINKS,
        "role_called": role_called,
    }


def data(visit: Visit[NetworkParams, Surroundings]) -> object:
    """Return all who stand beside the name, as `kashf network --json` does."""
    around = visit.answer.around
    return network_answer(around, around.links)


def rows(visit: Visit[NetworkParams, Surroundings]) -> Spreadsheet:
    """Return the same as rows."""
    around = visit.answer.around
    links = (link_answer(link, around) for link in around.links)
    return Spreadsheet("network", _HEADER, ([link[column] for column in _HEADER] for link in links))


def _beside(link: Link, around: Network) -> Beside:
    text = around.texts.get(link.other, link.other.key)
    shown = tuple((place_address(mine.document, mine.page, mine.start, mine.end), mine.document[:12]) for mine, _ in link.shown)
    roles = next((pair for example in link.shown if (pair := around.on_one_form.get(example))), None)
    return Beside(link, text, name_address(link.other.type, link.other.key), shown, link.adjusted <= MORE_THAN_CHANCE, roles)


NETWORK: Final = Screen("/network", NetworkParams, view, "network.html", page, data, rows, under="/names")
