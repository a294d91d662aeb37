"""Who may use whom: the contracts of import-linter, and what it cannot see."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, modules

#: What may be computed with in language: no stores, no settings, no I/O.
PURE_LIBRARIES = {"ahocorasick_rs", "hijridate", "numpy", "rapidfuzz"}
#: Only adapters, the doors and the worker meet the clock; the inside is handed one.
INSIDE = ("domain", "language", "ports", "intake", "search", "entities", "evidence", "publish")
DOORS = ("cli/", "web/", "show/", "api.py")
STAGES = ("kashf.search", "kashf.entities", "kashf.evidence")
CLOCKS_AND_DICE = {
    *("now", "utcnow", "today", "time", "time_ns", "monotonic", "perf_counter", "sleep"),
    *("random", "randint", "shuffle", "choice", "default_rng", "uuid4", "token_bytes", "token_hex", "token_urlsafe", "urandom"),
}
#: Their methods of these names are what a clock or a seeded generator that came as an argument is asked.
HANDED_IN = {"clock", "generator", "rng"}


def _imported(tree: ast.Module) -> set[str]:
    """Return the top-level package of every import, function-level ones included; relative imports count as kashf."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add("kashf" if node.level else (node.module or "").split(".")[0])
    return names


def _asks_clock_or_dice(node: ast.AST) -> bool:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS_AND_DICE):
        return False
    owner = node.func.value
    owner_name = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
    return owner_name.lstrip("_") not in HANDED_IN


def test_the_contracts_of_import_linter_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]

    run = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)

    assert 0 == run.returncode, run.stdout + run.stderr


@pytest.mark.parametrize(("folder", "libraries"), [("domain", set()), ("language", PURE_LIBRARIES)])
def test_the_vocabulary_imports_the_standard_library_and_pure_computing_only(folder: str, libraries: set[str]) -> None:
    allowed = sys.stdlib_module_names | {"kashf"} | libraries

    foreign = {path: sorted(_imported(tree) - allowed) for path, tree in modules(folder) if _imported(tree) - allowed}

    assert {} == foreign


def test_the_inside_asks_no_clock_and_throws_no_dice_of_its_own() -> None:
    asking = [f"{path}:{node.lineno}" for path, tree in modules(*INSIDE) for node in ast.walk(tree) if _asks_clock_or_dice(node)]

    assert [] == asking


def test_a_call_of_a_clock_is_told_from_a_call_of_the_clock_handed_in() -> None:
    own, handed_in = ast.parse("datetime.now()").body[0], ast.parse("clock.now()").body[0]

    assert [True, False] == [any(map(_asks_clock_or_dice, ast.walk(statement))) for statement in (own, handed_in)]


def _taken_from_stages(tree: ast.Module) -> list[str]:
    """Return what a module imports from a stage and is no class."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(STAGES)]
    return [alias.name for node in imports for alias in node.names if not alias.name[0].isupper() or alias.name.isupper()]


def test_the_doors_know_the_types_of_stages_and_call_them_through_services() -> None:
    doors = [(path, tree) for path, tree in modules() if path.startswith(DOORS)]

    assert {} == {path: found for path, tree in doors if (found := _taken_from_stages(tree))}
    assert len(doors) > 50


def test_a_function_or_a_constant_of_a_stage_is_told_from_a_type() -> None:
    assert ["compare", "SAME"] == _taken_from_stages(ast.parse("from kashf.entities.comparing.compare import Comparison, compare, SAME"))
