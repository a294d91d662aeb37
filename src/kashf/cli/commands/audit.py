"""`kashf audit`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kashf.cli.common import AsPerson, InCollection, acting, answering, checked_words, cited, more_elsewhere, opened, with_brackets
from kashf.cli.output import emit, emit_json, say
from kashf.domain.document import Origin
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.language.words.visible import isolate, visible_text
from kashf.show.answers import audit_answer
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.entities.counting.interval import Estimate
    from kashf.services.case.open import OpenCase, WritableCase
    from kashf.services.names.audit import AuditState

EPILOG = "Example: kashf audit leak.case 'Abu Mohammed al-Shamali' --hits 200 --pages 50. Stop at any time; the next call goes on."

_QUIT = "q"
#: Of the number of times a name stands on a page.
_MOST_DIGITS = 4
_VERDICTS = {"y": "same", "n": "different", "u": "unsure"}


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    name: Annotated[str, typer.Argument(help="The name whose count is audited.")],
    hits: Annotated[int, typer.Option(min=0, help="Hits to look at in all, drawn at random.")] = 200,
    pages: Annotated[int, typer.Option(min=0, help="Pages to read in all, drawn at random, to see what was missed.")] = 0,
    where: Annotated[str, typer.Option(help="A query: draw the pages from those it finds.")] = "",
    collection: InCollection = Scope.LEAK,
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Ask nothing; print how far the audit is, with the estimate.")] = False,
) -> int:
    """Bound a count: look at hits and read pages that are drawn at random, and get an interval; exits with 1 while there is none."""
    from kashf.bootstrap import open_to_decide
    from kashf.services.names.audit import audit_state

    asked, query = checked_words(name, what="the name"), checked_words(where, what="the query")
    if not as_json:
        if not sys.stdin.isatty():
            raise UsageError("an audit asks a person, so it needs a terminal; --json prints how far it is")
        with opened(case) as reading:
            look = partial(audit_state, reading, asked, where=query, scope=collection)
            settings = acting(case, as_person)
            _ask(reading, look, wanted=(hits, pages), writing=lambda: open_to_decide(case, settings=settings))
    with answering(case) as reading:
        state = audit_state(reading, asked, where=query, scope=collection)
    if as_json:
        emit_json(audit_answer(state))
    else:
        _tell(state)
    return 0 if state.estimate else 1


def _ask(case: OpenCase, look: Callable[[], AuditState], *, wanted: tuple[int, int], writing: Callable[[], Any]) -> None:
    """Ask about one hit or page after the other until enough were looked at, or the person stops; each answer is kept at once."""
    while True:
        state = look()
        looked_at, read = state.progress.audit.looked_at, state.progress.pages_read
        if looked_at < wanted[0] and state.progress.next_hit:
            answer = _ask_hit(case, state)
        elif read < wanted[1] and state.progress.next_page:
            answer = _ask_page(case, state)
        else:
            return
        if answer is None:
            return
        with writing() as writable:
            answer(writable)


def _ask_hit(case: OpenCase, state: AuditState) -> Callable[[WritableCase], object] | None:
    from kashf.domain.entity import Verdict
    from kashf.services.names.audit import judge_place, show_hit

    hit = state.progress.next_hit
    if hit is None:
        return None
    shown = show_hit(case, hit)
    emit(f"{cited(hit.span)}  {isolate(shown.path)}")
    emit(isolate(with_brackets(shown.quote)))
    answer = _key(f"{state.progress.audit.looked_at + 1}: is this {isolate(state.name)}? y n u, q stops: ", {*_VERDICTS, _QUIT})
    if answer == _QUIT:
        return None
    return lambda case: judge_place(case, state.key, hit.span, Verdict(_VERDICTS[answer]), is_drawn=True)


def _ask_page(case: OpenCase, state: AuditState) -> Callable[[WritableCase], object] | None:
    from kashf.entities.counting.draw import PageRead
    from kashf.services.names.audit import record_page

    where = state.progress.next_page
    if where is None:
        return None
    document, number = where
    page = case.view.page(document, number)
    emit(f"{document[:12]}#{number}")
    if page and page.origin is Origin.OCR:
        say("this page is a scan: what OCR missed is not in its text; read its picture in the browser (kashf serve, Audit of the count)")
        return None
    emit(visible_text(page.text) if page else "(no text)")
    answer = ""
    while not (answer.isdecimal() and len(answer) <= _MOST_DIGITS):
        answer = _line(f"page {state.progress.pages_read + 1}: how often does {isolate(state.name)} stand here? a number, q stops: ")
        if answer == _QUIT:
            return None
    return lambda case: record_page(case, state.key, PageRead(document, number, int(answer)))


def _key(question: str, answers: set[str]) -> str:
    while (answer := _line(question)) not in answers:
        say(f"one of {' '.join(sorted(answers))}")
    return answer


def _line(question: str) -> str:
    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line.strip().lower() if line else _QUIT


def _tell(state: AuditState) -> None:
    audit = state.progress.audit
    unsure = f", {state.progress.unsure} unsure" if state.progress.unsure else ""
    looked_at, hits = many(audit.looked_at, "hit"), many(audit.hits, "hit")
    emit(f"{isolate(state.name)}: {audit.right} of {looked_at} looked at are right{unsure}; {hits} in all")
    emit(f"  {audit.found} of {many(audit.seen, 'mention')} seen on {many(state.progress.pages_read, 'page')} were found")
    if state.elsewhere:
        emit(f"  hits: {more_elsewhere(state.elsewhere)}")
    if audit.known:
        emit(f"  counted as known: {many(audit.known, 'mention')} that people decided on for another reason")
    if state.left_out_strata:
        emit(f"  about {' and '.join(name for name in state.strata if name not in state.left_out_strata)} pages alone: no other was read")
    if state.estimate is None:
        emit(f"  no interval yet: look at {state.progress.more_hits} more hits")
        return
    emit(f"  about {_bounds(state.estimate)}; by the delta method {_bounds(state.delta) if state.delta else 'nothing'}")
    if not state.estimate.is_whole:
        emit(f"  what the search missed is not in it: read about {state.progress.more_pages} more pages (--pages)")


def _bounds(estimate: Estimate) -> str:
    return f"{estimate.value:.0f} ({estimate.whole[0]}-{estimate.whole[1]}, {estimate.level:.0%})"
