from __future__ import annotations

import errno
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from kashf.cli import app
from kashf.cli import exit as exits
from kashf.cli.output import ReaderGone
from kashf.errors import KashfError, QuerySyntaxError, UsageError


def all_errors(root: type[KashfError]) -> list[type[KashfError]]:
    return [root, *(error for child in root.__subclasses__() for error in all_errors(child))]


def fail(error: BaseException) -> int:
    raise error


@pytest.mark.parametrize("name", list(app.COMMANDS))
def test_every_command_of_the_help_has_a_module_with_an_example(name: str) -> None:
    module = importlib.import_module(f"kashf.cli.commands.{name.replace('-', '_')}")

    assert f"kashf {name} " in module.EPILOG
    assert module.command.__doc__


@pytest.mark.parametrize("error", all_errors(KashfError), ids=lambda error: error.__name__)
def test_every_error_has_an_exit_code_of_the_contract(error: type[KashfError]) -> None:
    assert error.exit_code in (1, 2, 3, 4, 5)
    assert 400 <= error.http_status <= 599
    assert error is KashfError or error.hint


def test_an_error_says_what_happened_and_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == exits.run_command(lambda: fail(UsageError("not \x1b[31mlike this")))

    said = capsys.readouterr().err
    assert "not ␛[31mlike this" in said
    assert UsageError.hint in said


def test_a_fault_in_a_query_names_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    exits.run_command(lambda: fail(QuerySyntaxError("unclosed quote", position=4)))

    assert "at character 5" in capsys.readouterr().err


def test_an_interruption_is_safe_and_says_how_to_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert 130 == exits.run_command(lambda: fail(KeyboardInterrupt()))
    assert "nothing is lost" in capsys.readouterr().err


def test_a_fault_in_our_own_code_is_told_by_its_class_alone(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KASHF_LOG", raising=False)

    assert 70 == exits.run_command(lambda: fail(ZeroDivisionError("words of a document")))

    said = capsys.readouterr().err
    assert "unexpected ZeroDivisionError" in said
    assert "words of a document" not in said
    assert "Traceback" not in said


def test_a_fault_in_our_own_code_is_shown_whole_to_who_looks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KASHF_LOG", "debug")

    with pytest.raises(ZeroDivisionError):
        exits.run_command(lambda: fail(ZeroDivisionError()))


@pytest.mark.parametrize(
    ("number", "expected"),
    [(errno.ENOSPC, 3), (errno.EDQUOT, 3), (errno.EROFS, 5), (errno.EACCES, 5), (errno.EIO, 70)],
)
def test_what_the_system_refuses_has_a_code_of_its_own(monkeypatch: pytest.MonkeyPatch, number: int, expected: int) -> None:
    monkeypatch.delenv("KASHF_LOG", raising=False)

    assert expected == exits.run_command(lambda: fail(OSError(number, "refused")))


def test_a_broken_pipe_that_is_not_stdout_is_a_fault_and_no_success(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KASHF_LOG", raising=False)

    assert 70 == exits.run_command(lambda: fail(BrokenPipeError()))
    assert 0 == exits.run_command(lambda: fail(ReaderGone()))


def test_the_version_is_told_without_a_command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["kashf", "--version"])

    with pytest.raises(SystemExit) as raised:
        app.run()

    assert 0 == raised.value.code
    assert capsys.readouterr().out.startswith("kashf ")


@pytest.mark.parametrize("module", ["kashf.cli.exit", "kashf.cli.app", "kashf.cli.commands.status", "kashf.bootstrap"])
def test_a_key_pressed_while_modules_are_loaded_leaves_no_traceback(tmp_path: Path, module: str) -> None:
    program = f"""
import sys
class Pressed:
    def find_spec(self, name, *_):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Pressed())
sys.argv = ["kashf", "status", {str(tmp_path)!r}]
from kashf.cli.main import main
main()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert 130 == done.returncode
    assert "Traceback" not in done.stderr


def test_a_case_in_the_working_folder_is_called_as_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "harbour.case"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))

    assert 0 == importlib.import_module("kashf.cli.commands.init").command(Path())
    assert 'name = "harbour"' in (folder / "case.toml").read_text()
