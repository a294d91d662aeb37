"""Who writes to whom, for `kashf network --letters`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kashf.cli.common import answering, more_elsewhere, tell_waiting
from kashf.cli.forms.written_files import check_new, check_protect, leave_new
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.services.letters.letter_network import Correspondences

#: Offices that are told of below the ties.
_OFFICES = 5


@dataclass(frozen=True, slots=True)
class LetterNetworkAsked:
    """How it was asked for.

    Args:
        scope: Of which collection.
        limit: How many ties to print.
        out: The file to write instead; its name tells its form.
        protect: A list of strings that must not stand in it.
        as_json: Whether to print one JSON object.
        as_jsonl: Whether to print one a tie.
    """

    scope: Scope
    limit: int
    out: Path | None = None
    protect: Path | None = None
    as_json: bool = False
    as_jsonl: bool = False


def tell_letter_network(case: Path, about: str, asked: LetterNetworkAsked) -> int:
    """Print who writes to whom, or write it to a file; return the exit code.

    Raises:
        UsageError: The file would be of no known form.
    """
    from kashf.services.letters.letter_network import who_writes_to_whom
    from kashf.show.letters.network_words import left_out_of_network, letter_network_answer, office_lines_of, tie_answer, tie_lines

    check_protect(asked.out, asked.protect)
    if asked.out and asked.out.suffix not in {".svg", ".graphml", ".gexf", ".csv"}:
        raise UsageError("--out writes FILE.svg, FILE.graphml, FILE.gexf or FILE.csv")
    check_new([asked.out] if asked.out else [])
    with answering(case) as open_case:
        found = who_writes_to_whom(open_case, about, scope=asked.scope)
    ties = found.network.ties[: asked.limit]
    if asked.out:
        leave_new({asked.out: _content(found, asked.out.suffix)}, asked.protect)
    elif asked.as_jsonl:
        emit_jsonl(map(tie_answer, ties))
    elif asked.as_json:
        emit_json(letter_network_answer(found, ties))
    else:
        for line in (*tie_lines(ties), *(() if found.about else office_lines_of(found.central, _OFFICES))):
            emit(line)
    say(left_out_of_network(found))
    if found.elsewhere:
        say(f"letters: {more_elsewhere(found.elsewhere)}")
    tell_waiting(found.letters.waiting, case)
    return 0 if ties else 1


def _content(found: Correspondences, form: str) -> bytes:
    from kashf.show.forms.spreadsheets import csv_bytes
    from kashf.show.letters.network_files import HEADER, gexf_bytes, graphml_bytes, network_svg, tie_rows
    from kashf.show.wording import wording

    network = found.network
    if form == ".graphml":
        return graphml_bytes(network, found.central)
    if form == ".gexf":
        return gexf_bytes(network, found.central)
    if form == ".csv":
        return csv_bytes([HEADER, *tie_rows(network.ties)])
    words = wording("en")
    says = words("letter_network.says", shown=len(network.correspondents()), ties=len(network.ties))
    return str(network_svg(network, title=str(words("letter_network.title")), says=str(says))).encode()
