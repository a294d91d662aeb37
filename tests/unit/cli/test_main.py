from __future__ import annotations

import importlib

import pytest

from kashf.cli import main as cli
from kashf.errors import KashfError, QuerySyntaxError, UsageError


def all_errors(root: type[KashfError]) -> list[type[KashfError]]:
    return [root, *(error for child in root.__subclasses__() for error in all_errors(child))]


def fail(error: BaseException) -> int:
    raise error


@pytest.mark.parametrize("name", list(cli._COMMANDS))
def test_every_command_of_the_help_has_a_module_with_an_example(name: str) -> None:
    module = importlib.import_module(f"kashf.cli.commands.{name}")

    assert f"kashf {name} " in module.EPILOG
    assert module.command.__doc__


@pytest.mark.parametrize("error", all_errors(KashfError), ids=lambda error: error.__name__)
def test_every_error_has_an_exit_code_of_the_contract(error: type[KashfError]) -> None:
    assert error.exit_code in (1, 2, 3, 4, 5)
    assert 400 <= error.http_status <= 599
    assert error is KashfError or error.hint


def test_an_error_says_what_happened_and_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == cli._exit_code(lambda: fail(UsageError("not \x1b[31mlike this")))

    said = capsys.readouterr().err
    assert "not ␛[31mlike this" in said
    assert UsageError.hint in said


def test_a_fault_in_a_query_names_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    cli._exit_code(lambda: fail(QuerySyntaxError("unclosed quote", position=4)))

    assert "at character 5" in capsys.readouterr().err


def test_an_interruption_is_safe_and_says_how_to_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert 130 == cli._exit_code(lambda: fail(KeyboardInterrupt()))
    assert "nothing is lost" in capsys.readouterr().err


def test_a_fault_in_our_own_code_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        cli._exit_code(lambda: fail(ZeroDivisionError()))
