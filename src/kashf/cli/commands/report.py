"""`kashf report`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import answering
from kashf.cli.forms.written_files import Protect, check_new, leave_new
from kashf.cli.output import emit_json, say
from kashf.domain.ids import short_id
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.counted import many

EPILOG = "Example: kashf report leak.case --out report.html --template chronology --lang ar"


class ReportKind(StrEnum):
    """What a report is for."""

    FINDING = "finding"
    CHRONOLOGY = "chronology"
    PERSON = "person"
    CORRECTIONS = "corrections"


class ReportLanguage(StrEnum):
    """In which language the words of a report are; quoted words stay as they are."""

    EN = "en"
    AR = "ar"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where the page is written, FILE.html; nothing is written over.")],
    card: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="A cleared sentence card; again for more. All that are else.")
    ] = None,
    template: Annotated[ReportKind, typer.Option(help="What the report is for.")] = ReportKind.FINDING,
    lang: Annotated[ReportLanguage, typer.Option(help="The language of the report's own words.")] = ReportLanguage.EN,
    public: Annotated[bool, typer.Option("--public", help="One page for everybody: how we know.")] = False,
    protect: Protect = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the report, with what this case needs to know and the page does not say.")
    ] = False,
) -> int:
    """Report of cleared sentences: what each rests on, what speaks against it, where it is weakest. No source is named."""
    from kashf.services.publication.gather_report import gather_report
    from kashf.services.publication.make_page import ReportTemplate, page_of
    from kashf.show.wording import wording

    if out.suffix != ".html":
        raise UsageError("--out FILE ends in .html")
    check_new([out])
    with answering(case) as reading:
        gathered = gather_report(reading, cards=card or (), template=ReportTemplate(template.value))
    told = gathered.report.as_json()
    leave_new({out: page_of(told, wording(lang.value), public=public).encode()}, protect)
    say(f"{many(len(gathered.cards), 'sentence')}, {many(len(gathered.papers), 'paper')} cited")
    for number, document in gathered.papers.items():
        say(f"  paper {number} is {short_id(document)} (the report does not say so)")
    for name, number in gathered.sources.items():
        say(f"  source {number} is {isolate(name)} (the report does not say so)")
    if as_json:
        emit_json({"report": told, "values": gathered.report.values, "papers": gathered.papers, "sources": gathered.sources})
    return 0
