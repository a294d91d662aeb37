"""`kashf check-wording`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import checked_words, opened_lines
from kashf.cli.output import emit, emit_json, say
from kashf.language.words.visible import isolate
from kashf.show.counted import many

EPILOG = "Example: kashf check-wording finding.txt --value 397 --value 212. Exits with 1 where something is refused."
#: What is said of each rule.
_REASONS = {
    "likelihood-with-confidence": "how likely it is and how confident we are, in one sentence",
    "proves": "evidence supports or speaks against; it does not prove",
    "unbound-number": "a number that no value is bound to (--value)",
    "collusion": "that sides agreed is no conclusion of ours without the board's lead printed beside it (--lead)",
}


def command(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="Sentences as they would be published; - reads stdin.", allow_dash=True)],
    value: Annotated[list[str] | None, typer.Option(help="A number that was computed; may be given again.")] = None,
    lead: Annotated[str, typer.Option(help="The board's lead over own intelligence and opportunity, as the text prints it.")] = "",
    told: Annotated[bool, typer.Option(help="It tells what others say, and is no conclusion of ours.")] = False,
    unsafe: Annotated[bool, typer.Option("--i-accept-unsafe-parsing", help="Decode a text without a sandbox.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Which sentences of a finding, in English or Arabic, may not be published as they are. It knows words and not what they mean."""
    from kashf.bootstrap import decode_text
    from kashf.services.evidence.lint_text import lint_text

    with opened_lines(path) as (file, name):
        text = decode_text(file.read(), name=name, accept_unsafe=unsafe)
    faults = lint_text(text, values=value or (), concludes=not told, lead=checked_words(lead, what="--lead"))
    if as_json:
        emit_json({"faults": faults})
    else:
        for fault in faults:
            emit(f"{fault.start}-{fault.end} {isolate(fault.words)}: {_REASONS[fault.rule]}")
        say(f"{many(len(faults), 'fault')}; only words that it knows are found")
    return 1 if faults else 0
