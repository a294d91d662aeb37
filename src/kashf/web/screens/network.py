"""Who, what groups and what places stand in the same documents as a name, and how likely that is by accident."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.entity import RESOLVED, MentionType
from kashf.domain.entries.delivery import Scope
from kashf.entities.network.links import Link
from kashf.services.names.dossier import Dossier, dossier
from kashf.services.names.network import Network, network
from kashf.show.answers import link_answer, network_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import address
from kashf.web.screens.dossier import network_address, place_address
from kashf.web.screens.names import name_address
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Links of each type that are shown; the files have all.
SHOWN_LINKS: Final = 25
#: A link of a lower false-discovery rate is called more than chance.
MORE_THAN_CHANCE: Final = 0.05
_HEADER: Final = ("type", "name", "both", "expected", "other", "lift", "g2", "chance", "rate")
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
class Surroundings:
    """A name and those who stand beside it."""

    found: Dossier
    around: Network


@dataclass(frozen=True, slots=True)
class Beside:
    """A name that stands with ours, as it is shown."""

    link: Link
    text: str
    href: str
    places: tuple[tuple[str, str], ...]
    is_more_than_chance: bool


def view(context: Context, params: NetworkParams) -> Surroundings:
    """Return who stands beside a name.

    Raises:
        NotFoundError: The name stands nowhere in the case.
        UsageError: There is no name in it.
        UnfinishedError: The case was not searched for names yet.
    """
    found = dossier(context.case, params.type, params.name, scope=params.collection)
    return Surroundings(found, network(context.case, found.text, scope=params.collection))


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
    shown = tuple(
        (place_address(mine.document, mine.page, mine.mention.start, mine.mention.end), mine.document[:12]) for mine, _ in link.shown
    )
    return Beside(link, text, name_address(link.other.type, link.other.key), shown, link.rate < MORE_THAN_CHANCE)


NETWORK: Final = Screen("/network", NetworkParams, view, "network.html", page, data, rows, under="/names")
