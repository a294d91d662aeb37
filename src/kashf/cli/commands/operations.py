"""`kashf operations`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import InCollection, answering, checked_words, more_elsewhere, tell_waiting
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kashf.events.chains.chain import Chain
    from kashf.services.chains.list_chains import ChainList

EPILOG = "Example: kashf operations leak.case 'HAMMER'"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Code name of an operation, in any spelling.")] = "",
    document: Annotated[str, typer.Option(metavar="DOC", help="The chain of one letter, by the beginning of its id.")] = "",
    chains: Annotated[bool, typer.Option("--chains", help="All chains, also those without a code name, longest first.")] = False,
    collection: InCollection = Scope.LEAK,
    skip: Annotated[int, typer.Option(min=0, max=10_000_000, help="Chains to pass over.")] = 0,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="Chains to print.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a chain.")] = False,
) -> int:
    """Orders with what came of them, as chains of letters, and what of them is missing; exits with 1 when there are none.

    Without a name, the operations that letters name by a code name are listed.
    """
    from kashf.services.chains.list_chains import list_chains
    from kashf.show.chains.chain_lines import chain_answer, chains_answer, operation_line

    with answering(case) as open_case:
        asked = open_case.view.resolve(document) if document else None
        found = list_chains(open_case, scope=collection, operation=checked_words(name, what="NAME"), document=asked)
    shown = found.chains[skip : skip + limit]
    if as_json:
        emit_json(chains_answer(found, shown if name or document or chains else ()))
    elif as_jsonl:
        emit_jsonl(chain_answer(each, found.paths) for each in shown)
    elif name or document or chains:
        print_chains(found, shown)
    else:
        for operation in found.operations:
            emit(operation_line(operation))
    tell_left_out_of_chains(found, case)
    if (name or document or chains or as_jsonl) and skip + len(shown) < len(found.chains):
        say(f"more: --skip {skip + len(shown)}")
    return 0 if found.chains else 1


def print_chains(found: ChainList, chains: Sequence[Chain]) -> None:
    """Print chains as lines, an empty one between two."""
    from kashf.show.chains.chain_lines import chain_lines

    for number, chain in enumerate(chains):
        if number:
            emit("")
        for line in chain_lines(chain, found.paths):
            emit(line)


def tell_left_out_of_chains(found: ChainList, case: Path) -> None:
    """Say what the chains of a case leave out."""
    from kashf.show.chains.chain_lines import left_out_of_chains

    say(left_out_of_chains(found))
    if found.elsewhere:
        say(f"letters: {more_elsewhere(found.elsewhere)}")
    tell_waiting(found.waiting, case)
