"""`kashf witness`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import opened
from kashf.cli.output import emit, emit_json, say
from kashf.errors import UsageError
from kashf.language.words.visible import isolate

EPILOG = "Example: kashf witness leak.case --to leak-in-march.witness, for a colleague or a notary to keep"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    to: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a small signed file that somebody else keeps.")] = None,
    request: Annotated[
        Path | None, typer.Option("--timestamp-request", metavar="FILE", help="Write a request for a timestamp (RFC 3161) over the head.")
    ] = None,
    answer: Annotated[
        Path | None, typer.Option("--timestamp-answer", metavar="FILE", help="Attach the answer to a request, after checking it.")
    ] = None,
    certificate: Annotated[
        Path | None,
        typer.Option("--tsa-certificate", metavar="FILE", help="The certificate that has to have signed it, or have issued that one."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what the file says.")] = False,
) -> int:
    """Give the head of a case to somebody else: in words, as a code, as a signed file. It tells nothing of what is in the case."""
    from kashf.bootstrap.signers import witness_of
    from kashf.cli.signing.head_lines import emit_code, emit_head
    from kashf.cli.whole_case.timestamp_lines import attach, timestamp_line, write_new, write_request
    from kashf.services.case.heads.case_head import CaseHead
    from kashf.services.ledger.signing.witnessing import witness_lines
    from kashf.settings import load_settings

    if certificate and not answer:
        raise UsageError("--tsa-certificate goes with --timestamp-answer")
    if sum(each is not None for each in (to, request, answer)) > 1:
        raise UsageError("--to, --timestamp-request and --timestamp-answer are asked one at a time")
    if request:
        write_request(case, request)
        return 0
    if answer:
        told = attach(case, answer, certificate)
        emit_json(told) if as_json else emit(timestamp_line(told))
        return 0
    with opened(case) as reading:
        witness = witness_of(reading, load_settings())
    if to is not None:
        write_new(to, witness_lines(witness))
        say(f"wrote {isolate(str(to))}; whoever keeps it can ask for `kashf verify CASE --witness FILE`")
    if as_json:
        emit_json(witness.body())
        return 0
    head = CaseHead(witness.case, witness.head, witness.entries)
    emit_head(head)
    emit(f"case {head.case}")
    emit_code(head)
    return 0
