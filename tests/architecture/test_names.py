"""One word for one thing: class and module names are coined once, and a folder holds no more files than a reader can hold in mind."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import PurePath

from tests.architecture.source import ROOT, SOURCE, modules

#: Names that stand for two things: how many there may be.
MOST_CLASSES_TWICE, MOST_MODULES_TWICE = 3, 8
MOST_FILES = 12
#: A command and a screen are named as the service they open, and a reader as the program it is made of.
MIRRORS = ("cli/commands", "web/screens")
WIDE = (*MIRRORS, "sandboxed/engines")


def _folder(path: str) -> str:
    return str(PurePath(path).parent)


def _twice(names: Counter[str]) -> list[str]:
    return sorted(name for name, count in names.items() if count > 1)


def test_few_classes_share_a_name() -> None:
    names = Counter(node.name for _, tree in modules() for node in ast.walk(tree) if isinstance(node, ast.ClassDef))

    assert len(_twice(names)) <= MOST_CLASSES_TWICE, _twice(names)


def test_few_modules_share_a_name() -> None:
    names = Counter(
        PurePath(path).stem for path, _ in modules() if _folder(path) not in MIRRORS and not PurePath(path).stem.startswith("__")
    )

    assert len(_twice(names)) <= MOST_MODULES_TWICE, _twice(names)


def test_a_folder_has_few_files() -> None:
    files = Counter(_folder(path) for path, _ in modules() if not path.endswith("__init__.py"))
    crowded = {folder: count for folder, count in files.items() if count > MOST_FILES and folder not in WIDE}

    assert {} == crowded


#: Tests of what no module of kashf is by itself: helpers of the tests, examples, benchmarks, and what holds for all pages or two commands.
OF_NO_MODULE = (
    *("benchmarks", "examples", "test_counting.py", "test_api_precedence.py"),
    *("web/test_doors.py", "web/test_escaping.py", "web/test_weight.py"),
    *("cli/commands/test_compare_and_match_names.py", "cli/commands/test_find_and_count.py", "language/words/test_folded_once.py"),
)


def test_unit_tests_lie_where_their_module_or_package_lies() -> None:
    folder = ROOT / "tests" / "unit"
    tests = [path.relative_to(folder) for path in sorted(folder.rglob("test_*.py"))]
    known = [SOURCE / test.parent / test.stem.removeprefix("test_") for test in tests]

    assert [] == [
        str(test)
        for test, module in zip(tests, known, strict=True)
        if not module.with_suffix(".py").exists() and not module.is_dir() and not str(test).startswith(OF_NO_MODULE)
    ]
