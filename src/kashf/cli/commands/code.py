"""`kashf code`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kashf.cli.common import AsPerson, acting, checked_record, checked_words, opened
from kashf.cli.output import emit, emit_json, say
from kashf.domain.ids import short_id
from kashf.errors import UsageError

EPILOG = (
    "Example: kashf code leak.case freeze abroad --question 'Is training abroad meant?' --answers yes,no,unclear --sample 60 --as 'Layla "
    "Haddad'; then kashf code leak.case answer abroad 3fa9c1#1 --is yes --words 'the words of the page' --as 'Layla Haddad'"
)


class CodeAction(StrEnum):
    """What is done with questions."""

    LIST = "list"
    SHOW = "show"
    FREEZE = "freeze"
    ANSWER = "answer"
    SETTLE = "settle"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    action: Annotated[CodeAction, typer.Argument(help="List the questions, show or freeze one, answer it of a document, or settle.")] = (
        CodeAction.LIST
    ),
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="What the question is called.")] = "",
    document: Annotated[str, typer.Argument(metavar="[DOC#PAGE]", help="With answer and settle: which document, and which page.")] = "",
    question: Annotated[str, typer.Option(help="With freeze: what is asked of each document.")] = "",
    answers: Annotated[str, typer.Option(help="With freeze: what may be answered, with commas; first what is looked for.")] = "yes,no",
    query: Annotated[str, typer.Option(help="With freeze: a search to draw from; without it, the whole leak.")] = "",
    sample: Annotated[int, typer.Option(min=1, help="With freeze: how many documents are drawn.")] = 60,
    seed: Annotated[int | None, typer.Option(min=0, help="With freeze: what decides which; drawn, and recorded, without it.")] = None,
    answer: Annotated[str, typer.Option("--is", help="What is answered of the document, or what holds.")] = "",
    words: Annotated[
        str, typer.Option(help="Which words say so: number of a line, START-END, or themselves; without it, nothing there.")
    ] = "",
    because: Annotated[str, typer.Option(help="With settle: why it holds.")] = "",
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """A question put to a drawn sample of documents: frozen first, answered by two people apart, then settled where they differ.

    Nobody sees what another answered of a document before two have.
    """
    if (action is CodeAction.LIST) == bool(name):
        raise UsageError("list takes no name; all else names a question")
    if (action in {CodeAction.ANSWER, CodeAction.SETTLE}) != bool(document and answer):
        raise UsageError("answer and settle take a document and --is, and nothing else does")
    if action is CodeAction.LIST:
        return _list(case, as_person, as_json=as_json)
    if action is CodeAction.SHOW:
        return _show(case, name, as_person, as_json=as_json)
    if action is CodeAction.FREEZE:
        given = checked_record(question, what="--question"), checked_record(answers, what="--answers"), checked_words(query, what="--query")
        return _freeze(case, name, given, sample, seed, as_person)
    reason = checked_record(because, what="--because")
    return _write(
        case, name, (document, checked_words(words, what="--words")), answer, reason, as_person, settles=action is CodeAction.SETTLE
    )


def _list(case: Path, as_person: str | None, *, as_json: bool) -> int:
    from kashf.services.codebooks.show_codes import list_questions
    from kashf.services.ledger.persons import person_called
    from kashf.show.codebooks.code_lines import question_answer, question_line

    with opened(case) as reading:
        shown = list_questions(reading, reader=person_called(reading, as_person or ""))
    if as_json:
        emit_json({"questions": [question_answer(each) for each in shown]})
    else:
        for each in shown:
            emit(question_line(each))
    if not shown:
        say("no question yet; kashf code CASE freeze NAME --question WORDS draws a sample and freezes one")
    return 0 if shown else 1


def _show(case: Path, name: str, as_person: str | None, *, as_json: bool) -> int:
    from kashf.services.codebooks.show_codes import coded_result, show_question
    from kashf.services.ledger.persons import person_called
    from kashf.show.codebooks.code_lines import question_lines, result_answer, result_lines

    with opened(case) as reading:
        shown = show_question(reading, name, reader=person_called(reading, as_person or ""))
        result = coded_result(reading, shown)
    if as_json:
        emit_json(result_answer(shown, result))
        return 0
    for line in (*question_lines(shown), *result_lines(shown, result)):
        emit(line)
    return 0


def _freeze(case: Path, name: str, given: tuple[str, str, str], sample: int, seed: int | None, as_person: str | None) -> int:
    from kashf.bootstrap import open_to_decide
    from kashf.services.codebooks.keep_codes import QuestionAsked, freeze_question
    from kashf.services.codebooks.show_codes import show_question
    from kashf.show.codebooks.code_lines import question_lines

    question, answers, query = given
    asked = QuestionAsked(name, question, [each.strip() for each in answers.split(",")], query, sample, seed)
    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        freeze_question(writable, asked)
        shown = show_question(writable.reading, name, reader=writable.person)
    for line in question_lines(shown):
        emit(line)
    say("frozen, and taken back by nothing. Two people answer it of each document, neither seeing what the other answered.")
    return 0


def _write(case: Path, name: str, place: tuple[str, str], answer: str, reason: str, as_person: str | None, *, settles: bool) -> int:
    from kashf.bootstrap import open_to_decide
    from kashf.cli.translation_input import page_named, words_of_page
    from kashf.services.codebooks.keep_codes import code_document, settle_code

    document, words = place
    cited = None if settles or not words else words_of_page(case, document, words)
    page = page_named(case, document)
    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        if settles:
            entry = settle_code(writable, name, page.document, answer, reason)
        else:
            entry = code_document(writable, name, page.document, answer, cited)
    say(f"written down: {short_id(entry)}")
    return 0
