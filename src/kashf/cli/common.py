"""What commands on a case share: opening it, showing progress, and the code they end with."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from kashf.cli.output import ProgressLine, ReaderGone, emit_json, flush, say
from kashf.domain.document import Reason
from kashf.domain.entries.delivery import Collection, Scope
from kashf.errors import BadPathError, IntegrityError, KashfError, UsageError
from kashf.language.words.visible import isolate, shell_word
from kashf.show.counted import many
from kashf.show.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from kashf.domain.document import Span
    from kashf.domain.left_out import LeftOut
    from kashf.domain.pages.quote import Quote
    from kashf.language.words.other_readings import UnseenNumber
    from kashf.ports.views import CaseView, Totals
    from kashf.services.case.open import OpenCase, WritableCase
    from kashf.services.ingest.stage_work import Progress
    from kashf.settings import Settings

#: Who decides, on every command that writes decisions down.
AsPerson = Annotated[str | None, typer.Option("--as", metavar="NAME", help="Who decides: a person of the case; a new one is introduced.")]

#: What is told of documents that are taken through a stage again.
_AGAIN = {
    "read": "text read again in {}: rules changed",
    "index": "index made anew from {}",
    "mail": "messages looked at again in {}: rules changed",
    "quotes": "quoted mail looked at again in {}: rules changed",
    "names": "names looked for again in {}: rules changed",
    "archive": "signs of whose archive a file comes from looked for again in {}: rules changed",
}
#: Code points of a person's name.
_LONGEST_NAME = 200
#: Some of it failed, and the totals say which. Source: the list of exit codes in docs/reference/case-format.md.
PARTLY_DONE = 3


#: What numbers are of, as every command that counts, lists or searches is told.
InCollection = Annotated[Scope, typer.Option("--collection", help="What is counted; what the rest holds is said beside it.")]

#: How a collection is called in a sentence.
_COLLECTIONS = {Collection.LEAK: "the leak", Collection.OWN_WORK: "own work", Collection.REFERENCE: "reference"}


def more_elsewhere(elsewhere: Mapping[Collection, int]) -> str:
    """Return what other collections hold beside a number, "30 more in own work"; "" when they hold nothing."""
    return ", ".join(f"{count} more in {_COLLECTIONS[collection]}" for collection, count in elsewhere.items())


@contextmanager
def opened(path: Path) -> Iterator[OpenCase]:
    """Open a case for reading and close it afterwards."""
    from kashf.bootstrap import open_case

    case = open_case(path)
    try:
        tell_unsafe(case.view)
        yield case
    finally:
        case.close()


def tell_unsafe(view: CaseView) -> None:
    """Say that what is told of a case was read without a sandbox, where that is so."""
    from kashf.services.ingest.opening.unsafe_parsing import is_read_unsafely

    is_unsafe = False
    with suppress(KashfError):  # What is broken is told by whoever asks for it.
        is_unsafe = is_read_unsafely(view)
    if is_unsafe:
        say("Files of this case were opened without a sandbox: one of them may have changed any answer. `kashf rebuild` reads all again.")


@contextmanager
def answering(path: Path) -> Iterator[OpenCase]:
    """Open a case for an answer that tells nothing else of what it leaves out, and say how many files people set aside."""
    with opened(path) as case:
        yield case
        tell_set_aside(case.view.count_set_aside())


def acting(case: Path, name: str | None) -> Settings:
    """Return the settings under which somebody decides.

    Args:
        case: The case's folder.
        name: A person of the case; whoever is new is introduced, after a question at a terminal. None for whom the settings name.

    Raises:
        UsageError: The name cannot be recorded, the question was answered with no, or nobody can be asked for a passphrase.
        WrongPassphraseError: Their key was not opened.
    """
    from kashf.bootstrap import open_to_decide
    from kashf.cli.signing.person_passphrase import ready_to_sign
    from kashf.domain.entries.persons import as_called, find_person
    from kashf.services.ledger.persons import introduce, persons
    from kashf.settings import load_settings

    if name is None:
        return _of_settings(case)
    called = " ".join(checked_record(name, what="--as").split())
    if not as_called(called) or len(called) > _LONGEST_NAME:
        raise UsageError(f"--as needs a name of 1 to {_LONGEST_NAME} letters")
    settings = load_settings(actor=called)
    with opened(case) as reading:
        known = find_person(persons(reading), settings.actor)
    if known:
        settings = load_settings(actor=known.name)
        ready_to_sign(settings, known)
        return settings
    if sys.stdin.isatty() and not typer.confirm(f"{isolate(settings.actor)} is no person of this case yet. Introduce?", err=True):
        raise UsageError("nobody was introduced, and nothing was written down")
    ready_to_sign(settings, None, introduces=True)
    with open_to_decide(case, settings=settings) as writable:
        introduce(writable, settings.actor)
    say(f"{isolate(settings.actor)} is a person of this case from now on, and signs with a key of their own")
    return settings


def _of_settings(case: Path) -> Settings:
    """Return the settings of this installation, with the key open of the person whom they name, if it is one with a passphrase."""
    from kashf.bootstrap.signers import PersonSigners
    from kashf.cli.signing.person_passphrase import ready_to_sign
    from kashf.settings import load_settings

    settings = load_settings()
    stored = PersonSigners(settings).stored()
    if stored and stored.is_wrapped:
        from kashf.domain.entries.persons import find_person
        from kashf.services.ledger.persons import persons

        with opened(case) as reading:
            ready_to_sign(settings, find_person(persons(reading), settings.actor))
    return settings


@contextmanager
def reporter() -> Iterator[Callable[[Progress], None]]:
    """Show progress on stderr while the block runs."""
    line = ProgressLine()
    try:
        yield lambda progress: _tell(progress, line)
    finally:
        line.end()


def _tell(progress: Progress, line: ProgressLine) -> None:
    if progress.is_again:
        say(_AGAIN.get(progress.stage, f"{progress.stage} again in {{}}: rules changed").format(many(progress.total, "document")))
    else:
        line.show(progress.stage, progress.done, progress.total)


def read_what_waits(
    case: Path,
    *,
    retry_failed: bool,
    unsafe: bool,
    before: Callable[[WritableCase], None],
    settings: Settings | None = None,
    passwords: tuple[str, ...] = (),
) -> Totals:
    """Read and index what waits in a case, after something else was done to it, and return where everything stands.

    Args:
        case: Its folder.
        retry_failed: Take up again what failed before.
        unsafe: Whether the person accepts to open files without a sandbox.
        before: Done first, with the case locked and a sandbox at hand.
        settings: Who does it, and how; those of this machine without.
        passwords: Tried on what is encrypted.
    """
    from kashf.bootstrap import make_kit, make_sandbox, open_for_writing
    from kashf.services.ingest.process import process
    from kashf.services.ingest.readers import HowToRead
    from kashf.settings import load_settings

    settings = settings or load_settings()
    sandbox = make_sandbox(accept_unsafe=unsafe or settings.accept_unsafe_parsing)
    with open_for_writing(case, settings=settings) as writable, reporter() as report:
        before(writable)
        how = HowToRead(settings.workers, retry_failed, passwords=passwords)
        kit = make_kit(writable.reading, english_model=settings.english_model)
        return process(writable, sandbox, how, kit=kit, report=report)


def sum_of(totals: Totals) -> str:
    """Return the totals as a sum that adds up; what was destroyed stands in it where anything was."""
    names = ("done", "partial", "failed", "duplicates", "waiting", *(("destroyed",) if totals.destroyed else ()))
    return f"found {totals.found} = {' + '.join(f'{getattr(totals, name)} {name}' for name in names)}"


def finish(
    totals: Totals, *, case: Path, as_json: bool, expected_waiting: bool = False, beside: Mapping[str, object] = MappingProxyType({})
) -> int:
    """Say where everything stands and return 0, 4 when kept bytes were changed, or 3 when something failed, is partial, or still waits.

    The work is done by then, so its code stands even when nobody reads the JSON any more; it has what is told `beside` the totals too.
    """
    if as_json:
        with suppress(ReaderGone):
            emit_json({**plain(totals), **beside})
            flush()
    say(sum_of(totals))
    tell_set_aside(totals.set_aside)
    if totals.uncompared:
        _tell_uncompared(totals.uncompared, case)
    if totals.failed or totals.partial:
        reasons = ", ".join(f"{count} {reason}" for reason, count in totals.by_reason.items() if reason != Reason.NO_WRITING)
        say(
            f"not read whole: {reasons}. `kashf status {shell_word(str(case))} --failed` lists them; "
            f"`kashf process {shell_word(str(case))} --retry-failed` tries again."
        )
    if totals.by_reason.get(Reason.ENCRYPTED):
        say(f"encrypted files: `kashf process {shell_word(str(case))} --passwords FILE` tries a list of passwords on them.")
    if totals.by_reason.get(Reason.ALTERED):
        say(f"kashf: kept bytes are not those that were received; `kashf verify {shell_word(str(case))}` names them. {IntegrityError.hint}")
        return IntegrityError.exit_code
    return PARTLY_DONE if totals.failed or totals.partial or (totals.waiting and not expected_waiting) else 0


def _tell_uncompared(documents: int, case: Path) -> None:
    """Say that some documents wait to be compared with all others, and what does it."""
    from kashf.show.wording import left_out_wording

    told = left_out_wording().many("left_out.uncompared", documents).unescape()
    say(f"{told}; `kashf process {shell_word(str(case))}` compares them")


def tell_set_aside(files: int) -> None:
    """Say how many files people took out of every answer."""
    if files:
        say(f"{many(files, 'file')} set aside, not in this answer")


def tell_waiting(documents: int, case: Path) -> None:
    """Say how many documents an answer knows nothing of yet, since they were not looked at, and how to go on."""
    if documents:
        say(f"{many(documents, 'document was', 'documents were')} not looked at yet; to go on: kashf process {shell_word(str(case))}")


def tell_left_out(left: LeftOut, case: Path) -> None:
    """Say what the answer leaves out, so that nil is not taken for absence, and how to come by it."""
    from kashf.domain.left_out import MoreIn
    from kashf.show.left_out_words import left_out_items
    from kashf.show.wording import left_out_wording

    if items := left_out_items(left_out_wording(), left):
        say(f"not in this answer: {'; '.join(item.words.unescape() for item in items)}")
    what, shown = {item.what for item in items}, shell_word(str(case))
    for said, then in (
        ({MoreIn.PASSED_OVER, MoreIn.QUOTED, MoreIn.UNSURE}, "--all-text searches these too"),
        ({MoreIn.TRANSLATED}, "without --no-translations these are searched"),
        ({MoreIn.UNDATED}, "date:none in place of the days finds what has no date"),
        ({"waiting", "names_waiting", "uncompared", MoreIn.DATES_WAITING}, f"`kashf process {shown}` goes on with what waits"),
        ({"failed", "partial"}, f"`kashf status {shown} --failed` lists what was not read whole"),
    ):
        if what & said:
            say(f"  {then}")


@contextmanager
def opened_lines(path: Path) -> Iterator[tuple[BinaryIO, str]]:
    """Open a file for reading, ``-`` for stdin, and say what it is called in messages.

    Raises:
        BadPathError: There is no such file, or it cannot be read.
    """
    if str(path) == "-":
        yield sys.stdin.buffer, "standard input"
        return
    try:
        lines = path.open("rb")
    except OSError as error:
        raise BadPathError(f"{path}: {error.strerror or 'cannot be read'}") from error
    with lines:
        yield lines, path.name


def checked_words(words: str, *, what: str) -> str:
    """Return words that a person gave, as they are.

    Args:
        words: As given.
        what: As it is called on the command line.

    Raises:
        UsageError: They hold bytes that are no UTF-8, of which Python makes halves of surrogate pairs.
    """
    if any(unicodedata.category(character) == "Cs" for character in words):
        raise UsageError(f"{what} holds bytes that are no UTF-8")
    return words


def checked_record(words: str, *, what: str) -> str:
    """Return words that a person gave for the ledger: checked as `checked_words` does, and for controls but line end and tab."""
    if any(unicodedata.category(character) == "Cc" and character not in "\n\t" for character in words):
        raise UsageError(f"{what} holds control characters")
    return checked_words(words, what=what)


def unseen_words(number: UnseenNumber) -> str:
    """Return a number of a scan as a line says it: read by machine, and how else it was read."""
    others = "".join(f", also read as {isolate(other)}" if other else ", not in the other reading" for other in number.also_read)
    return f"{isolate(number.text)}: read by machine, not looked at{others}"


def cited(place: Span | Quote) -> str:
    """Return a place as commands print it and take it: document, page, first code point and the one past the last."""
    return f"{place.document[:12]}#{place.page}:{place.start}-{place.end}"


def with_brackets(quote: Quote) -> str:
    """Return a place's words in brackets, with those around it, in one line."""
    return " ".join(f"{quote.prefix}[{quote.text}]{quote.suffix}".split())
