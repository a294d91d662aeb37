"""The commands of `kashf`: finds the module of the one that is called, and imports no other."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.core
import typer.main

from kashf import __version__
from kashf.asking import Asking
from kashf.cli.exit import run_command
from kashf.cli.output import be_quiet, emit

#: Command, in the order a person meets them, and its line in the help. Modules are imported only when their command is called.
COMMANDS = {
    "init": "Make a new, empty case.",
    "unlock": "Open an encrypted case, until it is locked.",
    "lock": "Take the key of an encrypted case out of memory, or destroy it.",
    "keys": "Passphrases and public keys that open an encrypted case.",
    "source": "Who passed files on, by code names; what could name them is sealed.",
    "add": "Take files in, with a receipt, and make them searchable.",
    "vault": "What could name a source: under whose passphrases it lies.",
    "receive": "In the field: encrypt files to the newsroom at once; `add` takes them in at home.",
    "keypair": "A key pair of a newsroom, for `receive`.",
    "handover": "How a delivery came: hands, hash list, whose archive, order.",
    "process": "Read and index what is still waiting.",
    "status": "Where everything that was found stands; the totals add up.",
    "find": "Search, in any script, and see why each hit matched.",
    "diff": "What a later batch brought: new, copies, versions, names, saved searches.",
    "names": "Who and what is named in the case, and how often.",
    "places": "Places that papers name: which is meant, how surely, or that it cannot be told.",
    "map": "Map of the places that papers surely name, with circles of doubt.",
    "count": "Count a name: mentions, documents, without copies.",
    "forms": "Filled-in forms by template: what they ask, and what stands in them.",
    "compare-names": "Compare pairs of names in any two scripts, with reasons.",
    "match-names": "Find the names of one list in another.",
    "table": "Forms of a template by what they have in two fields, of how many.",
    "network": "Co-occurrence network of a name, with the probability that it is chance.",
    "audit": "Bound a count: look at hits and pages drawn at random, get an interval.",
    "screen": "A list of names against the case, in both scripts; every hit is possible.",
    "persons": "Who works on the case and signs what they decide.",
    "devices": "Which installations write in the case, and the keys they sign with.",
    "review": "Decide which names are one; each decision can be taken back.",
    "reassign": "Two men of one name: say which places name the other.",
    "show": "One document: text, custody, copies.",
    "transcribe": "Type what machines cannot read, line by line; two persons for names and numbers.",
    "translate": "Pages beside their translations, by persons who sign; what is contested in them.",
    "listen": "What is said in a recording, typed with its time by people who listened.",
    "letters": "Letters and orders: number, date, from whom to whom, what they tell people to do.",
    "operations": "Orders with what came of them, as chains of letters, and what is missing.",
    "acts": "What was ordered, told of or done, by whom, with what, and when it may have been.",
    "timeline": "Acts and outside events in time, a lane an office, each as long as its doubt.",
    "events": "Catalogues of events from outside, as reference beside the leak.",
    "export": "The case for another program: documents, groups, places, network; never people in bulk.",
    "posts": "Who held which post when, and who signed where a paper has a post alone.",
    "registers": "Registers rebuilt: series of numbers, what is missing, what is cited and never seen.",
    "mail": "Threads of messages, with what is cited in them and not in the case.",
    "copies": "Groups of copies: same bytes, text or message, near text.",
    "clashes": "What letters say that cannot both be so, with both places.",
    "board": "Show working of a sentence card: its other explanations against what stands on it.",
    "authenticity": "What the marks of a paper say, for and against, for the desk only; no verdict.",
    "claim": "Sentence cards: what is to be said, what it rests on, where it is weakest.",
    "plan": "The precedence test on a case: a plan frozen first, then run; the ledger has both.",
    "code": "A question put to a drawn sample of documents, answered by two people apart.",
    "report": "Cleared sentences as a page that stands alone: what each rests on, and what speaks against it.",
    "redact": "A document with names covered, as new pixels, proven before it is written.",
    "release": "Cleared sentences as a folder that anybody can check, signed by two.",
    "verify": "Prove that nothing was lost or changed.",
    "witness": "Give the head of a case to somebody else to keep, as a code or a signed file.",
    "exceptions": "Files that were not read, by class, and what is to become of each.",
    "set-aside": "Take a mistaken `add` out of every answer; it can be taken back.",
    "destroy": "Destroy a document for a reason in law; that it went stays on record.",
    "rebuild": "Make everything that is derived again.",
    "backup": "One encrypted file of a case, made while others work on it.",
    "restore": "Make a case of a backup, whole or not at all.",
    "serve": "Open the case in a browser on this machine.",
    "entities": "Who and what a text file names, without a case.",
    "dates": "Which days a text names, in three calendars, without a case.",
    "precedence": "Did orders come before events more often than by chance?",
    "track-record": "What a channel's record is worth: how many batches were checked and found genuine.",
    "weigh": "Hypotheses against evidence: what leads, how surely, and what would turn it over.",
    "corroborate": "Reports of one claim and the roads by which they came: 3 reports, 1 road.",
    "check-wording": "Sentences of a finding that may not be published as they are.",
    "text": "Get the text out of files, without a case.",
    "models": "Readers that you bring: measured before they draft.",
    "doctor": "What works on this machine, and what is missing.",
}

_EPILOG = "Example: kashf init leak.case && kashf add leak.case FOLDER --from courier && kashf find leak.case 'word'"


class _Late(typer.core.TyperCommand):
    """Stands in for a command until it is called."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Import the real command and hand over to it."""
        real = _load(str(self.name))
        return real.make_context(info_name, args, parent, **extra)


class _Commands(typer.core.TyperGroup):
    """Knows every command by name and imports one when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the library fixes the arguments
        """Return the names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the library fixes the arguments
        """Return a stand-in for a command, or None."""
        return _Late(cmd_name, help=COMMANDS[cmd_name]) if cmd_name in COMMANDS else None


def run() -> None:
    """Run the command that the words of the command line name; ends in SystemExit."""
    Asking.installation = _ask_for_installation
    app = typer.Typer(cls=_Commands, no_args_is_help=True, epilog=_EPILOG, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.callback()(_root)
    typer.main.get_command(app)()


def _ask_for_installation(file: Path | None) -> str:
    from kashf.cli.signing.installation_passphrase import ask_for_installation  # most commands ask nobody

    return ask_for_installation(file)


def _tell_version(wanted: bool) -> None:
    if wanted:
        emit(f"kashf {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version and exit.")] = False,  # noqa: ARG001 - done by the callback
    quiet: Annotated[bool, typer.Option("--quiet", help="No talk on stderr.")] = False,
) -> None:
    """From a pile of leaked files to a published finding that stands up. Offline."""
    if quiet:
        be_quiet()


def _load(name: str) -> Any:
    module = importlib.import_module(f"kashf.cli.commands.{name.replace('-', '_')}")
    app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None, add_completion=False)
    app.command(name, epilog=getattr(module, "EPILOG", None))(_translated(module.command))
    return typer.main.get_command(app)


def _translated(command: Callable[..., int]) -> Callable[..., None]:
    """Return `command` with its result and its errors as exit codes."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        raise typer.Exit(run_command(lambda: command(*args, **kwargs)))

    return run
