"""What the commands answer as JSON about one small case, held against files that people have read: a change shows as a difference.

Where a difference is meant, `REWRITE_GOLDEN=1 pytest tests/stories/test_golden.py` writes `tests/golden` anew; the commit says why.
"""

from __future__ import annotations

import difflib
import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kashf.cli.main import main
from tests.earlier_cases import unpacked
from tests.stories.command import environment, kashf

GOLDEN = Path(__file__).parents[1] / "golden"
#: Takes a command and the words behind the case; returns the exit code and what was printed.
Ask = Callable[[str, tuple[str, ...]], tuple[object, str]]
REWRITE = os.environ.get("REWRITE_GOLDEN") == "1"

#: What is asked of each command; the case stands behind its name. Documents: b405 report, a881 letter, a172 note, eb9f torn, 6d1e order.
ASKED: dict[str, tuple[tuple[str, ...], ...]] = {
    "names": (("--json",), ("--type", "PER", "--containing", "Marmari", "--jsonl")),
    "count": (
        ("Abu Omar al-Wardi", "--json"),
        ("حسان الفيروزي", "--json"),
        ("Hassan al-Fayruzi", "--json"),
        ("القاضي حسان الفيروزي", "--json"),
        ("Hussein al-Fayruzi", "--json"),
        ("Nobody al-Nowhere", "--json"),
    ),
    "find": (
        ("Wardi", "--json"),
        ("القافلة", "--jsonl"),
        ('"old mill" NOT type:mail', "--json"),
        ("convoy source:courier", "--exact", "--json"),
        ("qqqxyz", "--jsonl"),
    ),
    "show": (("b405", "--json"), ("a881#1", "--json"), ("6d1e", "--json"), ("eb9f", "--json")),
    "letters": (("--json",), ("b405", "--jsonl")),
    "status": (("--json",), ("--failed", "--jsonl")),
    "verify": (("--json",),),
    "network": (("--about", "Hussein al-Fayruzi", "--json"), ("--about", "أبو عمر الوردي", "--limit", "3", "--jsonl")),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    case = unpacked(tmp_path_factory.mktemp("cases"))
    kashf("process", case, home=home, expect=(0, 3))
    return case


def steady(command: str, answer: dict[str, Any]) -> dict[str, Any]:
    """Return an answer without what differs between two runs of the same program.

    find: `score` of a hit, which hangs on how the index lies on the disk, and with it the order of hits, which are sorted by place.
    status: `head`, `entries` and `words`, and
    verify: `head`, `chains`, `entries` and `signed`, as `process` has just written entries with their time.
    """
    if command == "find":
        hits = answer.get("hits", [answer])
        for hit in hits:
            del hit["score"]
        hits.sort(key=place)
    if command == "status" and "head" in answer:
        del answer["head"], answer["entries"], answer["words"]
    if command == "verify":
        del answer["head"], answer["chains"], answer["entries"], answer["signed"]
    return answer


def place(answer: dict[str, Any]) -> tuple[object, ...]:
    """Return where a hit stands; nothing for an answer that is no hit."""
    return tuple(answer.get(name, "") for name in ("document", "page", "start"))


@pytest.fixture
def ask(case: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Ask]:
    """Ask in this process, as starting one for each question would take most of the time."""
    for name, value in environment(home).items():
        monkeypatch.setenv(name, value)
    mask = os.umask(0o077)

    def asked(command: str, words: tuple[str, ...]) -> tuple[object, str]:
        monkeypatch.setattr(sys, "argv", ["kashf", command, str(case), *words])
        with pytest.raises(SystemExit) as end:
            main()
        return end.value.code, capsys.readouterr().out

    yield asked
    os.umask(mask)


def answers(command: str, ask: Ask) -> str:
    """Return what a command answers to all it is asked, as the text of its file."""
    given = []
    for words in ASKED[command]:
        code, printed = ask(command, words)
        said = sorted((steady(command, json.loads(line)) for line in printed.splitlines()), key=place if command == "find" else lambda _: 0)
        given.append({"asked": [command, *words], "exit": code, "answer": said})
    return json.dumps(given, indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("command", ASKED)
def test_the_answers_are_byte_for_byte_as_they_were(command: str, ask: Ask) -> None:
    path = GOLDEN / f"{command}.json"
    found = answers(command, ask)
    if REWRITE:
        path.write_text(found, encoding="utf-8")
    expected = path.read_text(encoding="utf-8")

    difference = difflib.unified_diff(expected.splitlines(), found.splitlines(), str(path.name), "now", lineterm="")
    assert expected == found, "\n".join(difference)


def test_every_file_has_its_command() -> None:
    assert sorted(ASKED) == sorted(path.stem for path in GOLDEN.iterdir())
