"""`kashf mail`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from kashf.cli.common import InCollection, answering, more_elsewhere, tell_waiting
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.language.words.visible import isolate
from kashf.show.answers import mail_answer
from kashf.show.counted import many

EPILOG = "Example: kashf mail leak.case --ghosts"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    containing: Annotated[str, typer.Option(help="Words of a subject, sender or recipient.")] = "",
    ghosts: Annotated[bool, typer.Option("--ghosts", help="Only threads of which a mail is cited or quoted that is not here.")] = False,
    drafts: Annotated[bool, typer.Option("--drafts", help="Only threads with a draft.")] = False,
    collection: InCollection = Scope.LEAK,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="Threads to print.")] = 20,
    after: Annotated[int, typer.Option(min=0, max=10_000_000, help="Threads to pass over.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a thread.")] = False,
) -> int:
    """Threads of messages, latest first, answers indented; exits with 1 when there are none."""
    from kashf.services.mail.threads import ThreadQuery, correspondence

    with answering(case) as open_case:
        found = correspondence(open_case, ThreadQuery(containing, ghosts, drafts, collection), after=after, limit=limit)
    answer = mail_answer(found)
    if as_json:
        emit_json(answer)
    elif as_jsonl:
        emit_jsonl(answer["threads"])
    else:
        for thread in answer["threads"]:
            _print(thread)
    not_here = many(found.ghosts, "mail is", "mails are")
    say(f"{many(found.total, 'thread')} with {many(found.messages, 'message')}; {not_here} cited or quoted and not here")
    if found.elsewhere:
        say(f"messages: {more_elsewhere(found.elsewhere)}")
    tell_waiting(found.waiting, case)
    if found.after is not None:
        say(f"more: --after {found.after}")
    return 0 if answer["threads"] else 1


def _print(thread: dict[str, Any]) -> None:
    emit(f"{isolate(thread['subject'] or '(no subject)')}: {many(thread['messages'], 'message')}, {thread['ghosts']} not here")
    for entry in thread["entries"]:
        indent = "  " * min(entry["depth"] + 1, 12)
        emit(f"{indent}{_ghost(entry) if entry['is_ghost'] else _message(entry)}")
        for difference in entry.get("differences", ()):
            emit(f"{indent}    drafted {isolate(difference.draft) or '-'}; sent {isolate(difference.sent) or '-'}")
        for seen in entry.get("attachments", ()):
            emit(f"{indent}    + {isolate(seen['path'])} {(seen['document'] or seen['reason'])[:12]}")


def _message(entry: dict[str, Any]) -> str:
    sent = entry["sent"] + (" (zone in doubt)" if entry["is_zone_in_doubt"] else "") if entry["sent"] else "no date"
    copies = f" (in {len(entry['copies']) + 1} files)" if entry["copies"] else ""
    return f"{entry['document'][:12]}  {_draft(entry)}{sent}  {isolate(entry['from'])} -> {isolate(entry['to'])}{copies}"


def _draft(entry: dict[str, Any]) -> str:
    if not entry["is_draft"]:
        return ""
    return f"draft of {entry['sent_as'][:12]}; " if entry["sent_as"] else "draft, not sent as far as is here; "


def _ghost(entry: dict[str, Any]) -> str:
    said = entry["quotation"]
    told = (f"{said['from']}, {said['date']}" if said["date"] else said["said"]) if said else ""
    by = f", cited by {entry['cited_by'][:12]}" if entry["cited_by"] else ""
    return f"not here: {isolate(told or entry['id'])}{by}"
