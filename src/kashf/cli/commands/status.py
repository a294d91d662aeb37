"""`kashf status`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import opened, sum_of
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.ledger import count_unknown
from kashf.errors import UsageError
from kashf.language.words.visible import isolate, shell_word, visible_name
from kashf.show.answers import status_answer
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.domain.left_out import LeftOut
    from kashf.ports.views import Totals
    from kashf.services.case.brought.additions import Addition
    from kashf.services.case.heads.case_head import CaseHead
    from kashf.services.case.open import OpenCase

EPILOG = "Example: kashf status leak.case --failed"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    failed: Annotated[bool, typer.Option("--failed", help="List what could not be read, or not whole, and why.")] = False,
    budgets: Annotated[bool, typer.Option("--budgets", help="List the received files that cost the most, beside what they may.")] = False,
    qr: Annotated[bool, typer.Option("--qr", help="Draw the head of the case as a code to photograph.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="With --failed: print one JSON object a document.")] = False,
) -> int:
    """Where everything that was found stands: found = done + partial + failed + duplicates + waiting."""
    from kashf.services.case.brought.additions import additions
    from kashf.services.case.brought.exceptions import count_open
    from kashf.services.case.documents import status
    from kashf.services.case.heads.case_head import case_head
    from kashf.services.ingest.opening.unsafe_parsing import is_read_unsafely
    from kashf.services.search.count_left_out import left_out

    if as_jsonl and not failed:
        raise UsageError("--jsonl goes with --failed; the totals are one object: --json")
    if failed:
        return _list_failed(case, as_json=as_json, as_jsonl=as_jsonl)
    if budgets:
        from kashf.cli.whole_case.budget_lines import list_budgets

        return list_budgets(case, as_json=as_json)

    with opened(case) as open_case:
        totals, unknown = status(open_case), count_unknown(open_case.view.entry_kinds())
        unsaid, received = left_out(open_case, of_names=True), additions(open_case)
        exceptions, over = count_open(open_case), len(open_case.view.over_budget())
        to_type = 0 if as_json else _pages_to_type(open_case)
        head = case_head(open_case.view)
        unsafe = is_read_unsafely(open_case.view)
        is_encrypted = None if open_case.label is None else bool(open_case.label.key)
    if as_json:
        told = status_answer(totals, left_out=unsaid, head=head, unknown_entries=unknown, received=received, open_exceptions=exceptions)
        emit_json({**told, "read_unsafely": unsafe, "encrypted": is_encrypted})
        return 0
    emit(sum_of(totals))
    if unsafe:
        emit("read without a sandbox; nothing told of this case is sure until `kashf rebuild` has read all again in one")
    for line in _beside(unsaid):
        emit(line)
    if unknown:
        emit(f"{many(unknown, 'entry')} of kinds this kashf does not know; a newer one wrote them")
    _print_irregular(exceptions, over)
    _print_shares(totals)
    _print_receipts(received)
    _print_head(head, qr=qr)
    if is_encrypted is False:
        say("not encrypted: whoever has this disk, or a copy of the folder, reads it; `kashf init --encrypt` makes one that nobody reads")
    if to_type:
        say(f"{many(to_type, 'page waits', 'pages wait')} to be transcribed: kashf transcribe {shell_word(str(case))}")
    return 0


def _print_head(head: CaseHead, *, qr: bool) -> None:
    """Print what somebody else can keep of the case, to whom `kashf verify --head` proves later that it goes on from there."""
    from kashf.cli.signing.head_lines import emit_code, emit_head

    emit("\nto be kept elsewhere")
    emit_head(head)
    if qr:
        emit_code(head)


def _print_irregular(exceptions: int, over: int) -> None:
    """Print how many files nobody has decided about, and how many came to the end of their budget."""
    if exceptions:
        emit(f"{exceptions} open exceptions; `kashf exceptions` lists them by class")
    if over:
        emit(f"{many(over, 'received file')} cost all that files of that size may, and some of it was left out; see --budgets")


def _pages_to_type(case: OpenCase) -> int:
    from kashf.services.transcription.waiting import queue

    return len(queue(case).pages)


def _print_shares(totals: Totals) -> None:
    collections = totals.by_collection if len(totals.by_collection) > 1 else {}
    for title, counts in (("by type", totals.by_type), ("by collection", collections), ("by reason", totals.by_reason)):
        if counts:
            emit(f"\n{title}")
            for key, count in counts.items():
                emit(f"{count:8}  {key or '(not read yet)'}")


def _print_receipts(received: Sequence[Addition]) -> None:
    """Print what each `add` took in, by the number and the beginning of the id by which `kashf set-aside` takes it."""
    if received:
        emit("\nreceived")
    for each in received:
        aside = f"  set aside by {isolate(each.set_aside.who)}: {isolate(each.set_aside.why)}" if each.set_aside else ""
        emit(f"{each.number:8}  {each.receipts[0][:12]}  {each.time:%Y-%m-%d %H:%M} UTC  {each.files} from {isolate(each.channel)}{aside}")


def _beside(unsaid: LeftOut) -> Iterator[str]:
    """Yield what is true of documents that are done, and no answer is of."""
    from kashf.show.left_out_words import left_out_items
    from kashf.show.wording import left_out_wording

    words = left_out_wording()
    if unsaid.set_aside:
        yield f"{unsaid.set_aside} {'file' if unsaid.set_aside == 1 else 'files'} set aside, in none of these numbers"
    if unsaid.without_text:
        yield f"{unsaid.without_text} of those done have no text"
    if unsaid.no_writing:
        yield f"done too: {words.many('left_out.no_writing', unsaid.no_writing).unescape()}"
    for item in left_out_items(words, unsaid):
        if item.what in {"passed_over", "unsure_pages", "unkeyed_lines"}:
            yield f"{words('left_out.of_case').unescape().lower()}: {item.words.unescape()}"
    if unsaid.names_waiting:
        yield f"in {unsaid.names_waiting} with text, names have not been looked for yet; `kashf process` does"
    if unsaid.uncompared:
        yield f"{words.many('left_out.uncompared', unsaid.uncompared).unescape()}; `kashf process` does"


def _list_failed(case: Path, *, as_json: bool, as_jsonl: bool) -> int:
    """Print what is failed or partial, and paths without any document."""
    with opened(case) as open_case:
        found = _failed(open_case)
        if as_jsonl:
            emit_jsonl(found)
        elif as_json:
            emit_json({"failed": list(found)})
        else:
            _print_failed(found)
    return 0


def _failed(case: OpenCase) -> Iterator[dict[str, str | None]]:
    from kashf.services.case.brought.known_as import known_as, place_of
    from kashf.services.case.listing import not_whole

    for seen in case.view.unreadable():
        yield {
            "document": None,
            "path": place_of(case.view, seen),
            "type": "",
            "status": "failed",
            "reason": "unreadable",
            "detail": seen.reason,
        }
    for one in not_whole(case):
        facts = {"type": one.type, "status": one.status, "reason": one.reason, "detail": one.detail}
        yield {"document": one.id, "path": known_as(case.view, one.id), **facts}


def _print_failed(found: Iterable[dict[str, str | None]]) -> None:
    is_any = False
    for one in found:
        is_any = True
        emit(f"{(one['document'] or '')[:12]:12}  {one['status']:7}  {one['reason']}  {isolate(one['path'] or '')}")
        if one["type"] or one["detail"]:
            emit(f"    {visible_name(one['type'] or '')}  {isolate(one['detail'] or '')}")
    if not is_any:
        say("everything that was read was read whole")
