"""Small files, small functions, reasoned exceptions."""

import ast
import re

from tests.architecture.source import SOURCE, committed_texts, modules

MAX_FILE_LINES = 350
MAX_FUNCTION_LINES = 60
#: An exception to a rule: its code, then in words why.
EXCEPTION = re.compile(r"#\s*(?:noqa|type:\s*ignore)\b(.*)")
REASONED = re.compile(r"^(?::\s*|\[)[A-Za-z0-9_, -]+?\]?\s+(?:#|-|—|:|\()\s*\w+(?:\W+\w+){2,}")


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function without its docstring: a long explanation is no fault."""
    first = function.body[0]
    docstring = first if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) else None
    told = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - told


def test_no_file_of_kashf_is_longer_than_a_reader_can_hold() -> None:
    lengths = {str(path.relative_to(SOURCE)): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCE.rglob("*.py")}
    lengths = {path: lines for path, lines in lengths.items() if not path.startswith("language/tables/")}  # data

    assert {} == {path: lines for path, lines in lengths.items() if lines > MAX_FILE_LINES}


def test_no_function_of_kashf_is_longer_than_a_screen() -> None:
    long = {
        f"{path}:{node.name}": _length(node)
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _length(node) > MAX_FUNCTION_LINES
    }

    assert {} == long


def test_every_exception_to_a_rule_carries_its_code_and_its_reason() -> None:
    bare = [
        f"{path}:{number}: {line.strip()}"
        for path, text in committed_texts()
        if path.endswith(".py") and path != "tests/architecture/test_shape.py"
        for number, line in enumerate(text.splitlines(), start=1)
        if (found := EXCEPTION.search(line)) and not REASONED.match(found.group(1))
    ]

    assert [] == bare


def test_an_exception_without_a_reason_is_told_from_one_with() -> None:
    lines = [": S310", ": S310 - only files of our own are opened", "[arg-type]", "[arg-type]  # the library's stub is wrong"]

    assert [False, True, False, True] == [bool(REASONED.match(line)) for line in lines]
