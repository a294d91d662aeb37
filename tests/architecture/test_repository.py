"""What may not stand in the repository, and what must be true of its papers."""

import ast
import importlib
import json
import re
import sys
from importlib.util import find_spec
from pathlib import Path

from tests.architecture.source import ROOT, committed_files, committed_texts

#: A folder of somebody's machine, not `work/` within this one.
MACHINE_PATH = re.compile(r"(?<![\w.$})*~/-])/(?:root|home|work|Users)/[\w.]")
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs|npmjs\.org|--index-url|--extra-index-url|--find-links|file://")
#: The target of a Markdown link or picture that is a file of ours.
LOCAL_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)")
#: Drawn by hand from a running kashf, after the pages stand.
PICTURES_TO_COME = {"docs/pictures/search.png"}
MAX_BYTES = 1_000_000


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    named = [
        f"{path}: {found.group()}"
        for path, text in committed_texts()
        if not path.startswith("lock/")
        for found in MACHINE_PATH.finditer(text)
    ]

    assert [] == named


def test_a_machine_path_is_told_from_a_path_within_the_repository() -> None:
    texts = ["see /home/" + "layla/case", "under work/demo.case", "$ROOT/work/siege", "it's /root/" + "x"]

    assert [True, False, False, True] == [bool(MACHINE_PATH.search(text)) for text in texts]


def test_the_lock_files_hold_no_address_of_a_registry_and_every_package_a_hash() -> None:
    locks = {path: text for path, text in committed_texts() if path.startswith("lock/") or path == "frontend/package-lock.json"}

    assert {"lock/run.txt", "lock/dev.txt", "frontend/package-lock.json"} <= locks.keys()
    assert {} == {path: REGISTRY.findall(text) for path, text in locks.items() if REGISTRY.search(text)}
    assert [] == [
        line
        for path in ("lock/run.txt", "lock/dev.txt")
        for line in locks[path].splitlines()
        if re.match(r"\S+==", line) and line[-1] != "\\"
    ]


def test_the_bill_of_materials_is_of_what_users_get() -> None:
    bill = json.loads((ROOT / "lock" / "kashf.cdx.json").read_text(encoding="utf-8"))
    listed = {(each["purl"].split(":")[1].split("/")[0], _plain(each["name"]), each["version"]) for each in bill["components"]}
    pinned = (ROOT / "lock" / "run.txt").read_text(encoding="utf-8")
    here = {("pypi", _plain(name), version) for name, version in re.findall(r"^([\w.-]+)==(\S+)(?: ; [^\\\n]*)?", pinned, re.MULTILINE)}
    elsewhere = {("pypi", _plain(name)) for name in re.findall(r"^([\w.-]+)==\S+ ; ", pinned, re.MULTILINE)}
    front = {
        ("npm", _plain(each["package"]), each["version"]) for each in json.loads((ROOT / "frontend" / "vendor.json").read_text("utf-8"))
    }

    assert set() == listed - here - front, "make sbom"
    assert set() == {each for each in (here | front) - listed if each[:2] not in elsewhere}, "make sbom"
    assert {"tesserocr", "pillow", "pi_heif"} <= {each["name"] for each in bill["components"] if each.get("components")}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_what_runs_in_development_is_what_runs_for_users() -> None:
    pinned = {
        path: dict(re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==(\S+)", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE))
        for path in ("lock/run.txt", "lock/dev.txt")
    }

    assert pinned["lock/run.txt"].items() <= pinned["lock/dev.txt"].items()


def test_every_link_of_a_paper_leads_to_a_file() -> None:
    broken = [
        f"{path}: {target}"
        for path, text in committed_texts()
        if path.endswith(".md")
        for target in LOCAL_LINK.findall(text)
        if not (ROOT / path).parent.joinpath(target).exists() and target not in PICTURES_TO_COME
    ]

    assert [] == broken


def test_every_decision_is_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")

    assert [] == [page.name for page in sorted(folder.glob("[0-9]*.md")) if f"({page.name})" not in index]


def test_nothing_large_is_committed() -> None:
    large = {str(path.relative_to(ROOT)): path.stat().st_size for path in committed_files() if path.stat().st_size > MAX_BYTES}

    assert {} == large


def test_shell_scripts_stop_at_the_first_fault_and_can_be_run() -> None:
    scripts = [path for path in committed_files() if path.suffix == ".sh" or path == ROOT / ".ci" / "run"]

    assert [] == [path.name for path in scripts if "set -euo pipefail" not in path.read_text(encoding="utf-8")]
    assert [] == [path.name for path in scripts if not _is_executable(path)]


def _is_executable(path: Path) -> bool:
    return bool(path.stat().st_mode & 0o100)


def test_benchmarks_and_examples_import_only_what_kashf_has() -> None:
    """They are run by hand, now and then: a name that moved away would be noticed when somebody wants a figure."""
    missing = [
        f"{path}: {node.module}.{alias.name}"
        for path, text in committed_texts()
        if path.startswith(("benchmarks/", "examples/")) and path.endswith(".py")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("kashf")
        for alias in node.names
        if not _is_there(str(node.module), alias.name)
    ]

    assert [] == missing


def _is_there(module: str, name: str) -> bool:
    try:
        return hasattr(importlib.import_module(module), name) or find_spec(f"{module}.{name}") is not None
    except ModuleNotFoundError:
        return False


def test_each_promise_of_security_names_a_test_that_is_there() -> None:
    paper = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", paper))
    rows = [line for line in paper.partition("## The browser")[0].splitlines() if line.startswith("| ") and not line.startswith("| threat")]

    assert [] == sorted(path for path in named if not (ROOT / path).exists())
    assert [] == [row for row in rows if "`tests/" not in row and "#the-browser" not in row]


def test_the_paper_on_parsers_names_every_library_that_meets_hostile_bytes() -> None:
    paper = (ROOT / "docs" / "explanation" / "parsers.md").read_text(encoding="utf-8").lower()
    imported = {
        name.split(".")[0]
        for path in (ROOT / "src" / "kashf" / "sandboxed").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in ([each.name for each in node.names] if isinstance(node, ast.Import) else [str(getattr(node, "module", "") or "")])
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    theirs = imported - sys.stdlib_module_names - {"kashf", ""}

    assert {"lxml", "tesserocr", "PIL"} <= theirs
    assert [] == sorted(name for name in theirs if {"PIL": "pillow", "magic": "libmagic"}.get(name, name).lower() not in paper)
