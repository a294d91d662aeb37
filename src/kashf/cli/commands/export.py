"""`kashf export`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kashf.cli.common import InCollection, answering, more_elsewhere
from kashf.cli.forms.written_files import Protect, check_new, leave_new, pass_gate
from kashf.cli.output import emit, say
from kashf.domain.entries.delivery import Scope
from kashf.domain.letters.letter import AddresseeKind
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.case.open import OpenCase

EPILOG = "Example: kashf export leak.case --format ftm --protect sources.txt --out case.ftm.json"


class LeavingForm(StrEnum):
    """Forms of other programs."""

    FTM = "ftm"
    GRAPHML = "graphml"
    GEOJSON = "geojson"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    form: Annotated[LeavingForm, typer.Option("--format", help="FollowTheMoney entities, the network of letters, or the map.")],
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write FILE; without, it is printed.")] = None,
    protect: Protect = None,
    collection: InCollection = Scope.LEAK,
) -> int:
    """The case for another program: documents, groups, places, letters between offices; never people, identifiers or texts in bulk."""
    check_new([out] if out else [])
    with answering(case) as open_case:
        content = _CONTENT[form](open_case, collection)
    name = out or Path(f"case.{form.value}")
    if out:
        leave_new({out: content}, protect)
    else:
        pass_gate({name: content}, protect)
        emit(content.decode("utf-8").rstrip("\n"))
    say("people, telephone numbers, mail addresses and other identifiers, and texts of pages leave by no bulk export")
    return 0


def _ftm(case: OpenCase, scope: Scope) -> bytes:
    from kashf.services.publication.exchange_case import exchange_case

    found = exchange_case(case, scope=scope)
    withheld = ", ".join(f"{count} {type.value}" for type, count in sorted(found.withheld.items())) or "none"
    say(f"{many(found.documents, 'document')}, copies among them, with {many(found.mentions, 'mention')} of groups and places")
    say(f"mentions left out: {withheld}; {found.sealed} sealed")
    if found.elsewhere:
        say(f"documents: {more_elsewhere(found.elsewhere)}")
    return found.content


def _graphml(case: OpenCase, scope: Scope) -> bytes:
    from kashf.services.letters.letter_network import who_writes_to_whom
    from kashf.show.letters.network_files import graphml_bytes
    from kashf.show.letters.network_words import left_out_of_network

    found = who_writes_to_whom(case, scope=scope)
    ties = tuple(tie for tie in found.network.ties if AddresseeKind.PERSON not in {tie.sender.kind, tie.receiver.kind})
    say(left_out_of_network(found))
    say(f"{many(len(ties), 'tie')}; {len(found.network.ties) - len(ties)} to or from a person left out")
    return graphml_bytes(replace(found.network, ties=ties), found.central)


def _geojson(case: OpenCase, scope: Scope) -> bytes:
    from kashf.services.places.map_places import MapQuery, map_places
    from kashf.show.places.map_answers import map_geojson
    from kashf.show.plain import as_json

    found = map_places(case, MapQuery(scope=scope))
    say(f"{many(len(found.places), 'place')} from {many(found.papers, 'paper')}; what is not placed is counted in the file")
    return (as_json(map_geojson(found)) + "\n").encode()


_CONTENT: Final[Mapping[LeavingForm, Callable[[OpenCase, Scope], bytes]]] = {
    LeavingForm.FTM: _ftm,
    LeavingForm.GRAPHML: _graphml,
    LeavingForm.GEOJSON: _geojson,
}
