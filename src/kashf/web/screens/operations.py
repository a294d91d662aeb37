"""Operations that letters name, and chains of letters: an order with what came of it, and with what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.entries.delivery import Scope
from kashf.domain.letters.said import Said
from kashf.events.chains.chain import Chain, MissingPaper
from kashf.services.chains.list_chains import ChainList, list_chains
from kashf.show.chains.chain_lines import HEADER, chain_rows, chains_answer
from kashf.show.forms.spreadsheets import Cell
from kashf.web.renderers import Spreadsheet
from kashf.web.screens.dossier import place_address
from kashf.web.screens.params import Filter, ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Chains on one page, and those without a name that the list leads to.
PAGE_LENGTH: Final = 20
SHOWN_UNNAMED: Final = 50
#: Acts of one paper that a chain shows; its own page has all.
SHOWN_ACTS: Final = 3


class OperationsParams(ScreenParams):
    """Operations and chains.

    Args:
        name: Code name of one operation; "" for the list of all.
        document: The chain of one letter, by the beginning of its id.
        collection: Which collection to tell of.
        skip: Chains to pass over.
    """

    name: Filter = ""
    document: Filter = ""
    collection: Scope = Scope.LEAK
    skip: Annotated[int, Field(ge=0, le=10_000_000)] = 0


def view(context: Context, params: OperationsParams) -> ChainList:
    """Return the chains that are asked for; all without a name or a letter.

    Raises:
        NotFoundError: No letter names the operation, or the letter is in no chain.
    """
    document = context.case.view.resolve(params.document) if params.document else None
    return list_chains(context.case, scope=params.collection, operation=params.name, document=document)


def page(visit: Visit[OperationsParams, ChainList]) -> Mapping[str, object]:
    """Return what the page shows."""
    found, params = visit.answer, visit.params
    is_list = not (params.name or params.document)
    chains = () if is_list else found.chains[params.skip : params.skip + PAGE_LENGTH]
    unnamed = [each for each in found.chains if not each.names and len(each.letters) > 1] if is_list else []
    return {
        "found": found,
        "is_list": is_list,
        "chains": chains,
        "unnamed": unnamed[:SHOWN_UNNAMED],
        "more_unnamed": max(0, len(unnamed) - SHOWN_UNNAMED),
        "next": params.skip + PAGE_LENGTH if not is_list and params.skip + PAGE_LENGTH < len(found.chains) else None,
        "parts": _parts,
        "shown_acts": SHOWN_ACTS,
        "address_of": _address_of,
    }


def _parts(chain: Chain) -> Iterator[tuple[str, object, object]]:
    """Yield what a chain shows from above: papers with their links, and what is missing behind the paper that it would follow."""
    links = {link.later.document: link for link in chain.links}
    gaps: dict[str, list[MissingPaper]] = {}
    for missing in chain.missing:
        gaps.setdefault(missing.follows.document if missing.follows else "", []).append(missing)
    yield from (("missing", each, None) for each in gaps.pop("", []))
    for letter in chain.letters:
        yield "paper", letter, links.get(letter.document)
    for some in gaps.values():
        yield from (("missing", each, None) for each in some)


def _address_of(said: Said) -> str:
    return place_address(said.span.document, said.span.page, said.span.start, said.span.end)


def data(visit: Visit[OperationsParams, ChainList]) -> object:
    """Return the chains, as `kashf operations --json` does; all of them without a name."""
    return chains_answer(visit.answer, visit.answer.chains)


def rows(visit: Visit[OperationsParams, ChainList]) -> Spreadsheet:
    """Return a row for each paper of the chains, and for each that is missing."""
    found = visit.answer
    cells: Iterator[Sequence[Cell]] = (row for chain in found.chains for row in chain_rows(chain, found.paths))
    return Spreadsheet("operations", HEADER, cells)


OPERATIONS: Final = Screen("/operations", OperationsParams, view, "operations.html", page, data, rows, under="/letters")
