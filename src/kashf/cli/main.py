"""The `kashf` command: finds the command's module, and turns errors into exit codes, here only."""

from __future__ import annotations

import functools
import importlib
import os
import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer
import typer.core
import typer.main

from kashf import __version__
from kashf.cli.output import be_quiet, emit, visible
from kashf.errors import KashfError, QuerySyntaxError

#: Command, in the order a person meets them, and its line in the help. Modules are imported only when their command is called.
_COMMANDS = {
    "init": "Make a new, empty case.",
    "add": "Take files in, with a receipt, and make them searchable.",
    "process": "Read and index what is still waiting.",
    "status": "Where everything that was found stands; the totals add up.",
    "find": "Search, in any script, and see why each hit matched.",
    "count": "Count a name: mentions, documents, without copies.",
    "show": "One document: text, custody, copies.",
    "copies": "Groups of copies: same bytes, same text, near text.",
    "verify": "Prove that nothing was lost or changed.",
    "rebuild": "Make everything that is derived again.",
    "serve": "Open the case in a browser on this machine.",
    "text": "Get the text out of files, without a case.",
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
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the library fixes the arguments
        """Return a stand-in for a command, or None."""
        return _Late(cmd_name, help=_COMMANDS[cmd_name]) if cmd_name in _COMMANDS else None


def main() -> None:
    """Run the command line and exit with the code that says how it went."""
    app = typer.Typer(cls=_Commands, no_args_is_help=True, epilog=_EPILOG, pretty_exceptions_enable=False, rich_markup_mode=None)
    app.callback()(_root)
    typer.main.get_command(app)()


def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No talk on stderr.")] = False,
) -> None:
    """From a pile of leaked files to a published finding that stands up. Offline."""
    if version:
        emit(f"kashf {__version__}")
        raise typer.Exit
    if quiet:
        be_quiet()


def _load(name: str) -> Any:
    module = importlib.import_module(f"kashf.cli.commands.{name}")
    app = typer.Typer(pretty_exceptions_enable=False, rich_markup_mode=None, add_completion=False)
    app.command(name, epilog=getattr(module, "EPILOG", None))(_translated(module.command))
    return typer.main.get_command(app)


def _translated(command: Callable[..., int]) -> Callable[..., None]:
    """Return `command` with its result and its errors as exit codes."""

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        raise typer.Exit(_exit_code(lambda: command(*args, **kwargs)))

    return run


def _exit_code(deed: Callable[[], int]) -> int:
    try:
        code = deed()
        sys.stdout.flush()
    except KashfError as error:
        return _tell(error)
    except KeyboardInterrupt:
        sys.stderr.write("\ninterrupted; nothing is lost. Run the same command again to go on.\n")
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone; Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _tell(error: KashfError) -> int:
    sys.stderr.write(f"kashf: {visible(str(error))}\n")
    if isinstance(error, QuerySyntaxError):
        sys.stderr.write(f"       at character {error.position + 1} of the query\n")
    if error.hint:
        sys.stderr.write(f"       {error.hint}\n")
    return error.exit_code
