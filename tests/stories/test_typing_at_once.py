"""Several processes type at the same moment, and while files are taken in: nothing is lost, and who waits for what is said."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kashf.bootstrap import open_for_writing
from kashf.services.ledger.custody import verify
from kashf.services.search.find import find
from kashf.services.transcription.bring_up import bring_up
from kashf.services.transcription.keying import draw_lines
from kashf.services.transcription.page_lines import LineState, lines_of
from tests.stories.command import KASHF, environment
from tests.transcribed import FIRST, SECOND, THIRD, TypedCase, typed_case

pytestmark = pytest.mark.slow

TEXTS = ("send 5 tankers", "to the north", "before noon")


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    made = typed_case(tmp_path)
    for name in ("Layla Haddad", "Omar Said"):
        with made.as_person(name):
            pass
    with made.as_person("Layla Haddad") as case:
        draw_lines(case, made.page, [FIRST, SECOND, THIRD])
    return made


def _typing(made: TypedCase, name: str, line: int, text: str) -> subprocess.Popen[str]:
    words = ("transcribe", made.path, "--page", f"{made.letter[:12]}#1", "--line", str(line), "--text", text, "--as", name)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([*KASHF, *map(str, words)], text=True, env={**environment(made.home), "KASHF_HOME": str(made.home)}, **pipes)


def _end(process: subprocess.Popen[str]) -> str:
    out, said = process.communicate(timeout=240)
    assert 0 == process.returncode, f"{out}\n{said}"
    return said


def test_two_persons_who_type_the_same_lines_at_the_same_moment_lose_nothing(made: TypedCase) -> None:
    every = [_typing(made, name, line, text) for line, text in enumerate(TEXTS, 1) for name in ("Layla Haddad", "Omar Said")]
    for process in every:
        _end(process)

    with made.reading() as case:
        lines = lines_of(case, made.letter, 1)
        assert [TEXTS] * 2 == [tuple(line.keyings[at].typed for line in lines) for at in (0, 1)]
        assert {"Layla Haddad", "Omar Said"} == {each.who for each in lines[0].keyings}
        assert LineState.AGREED == lines[0].state
        assert () == verify(case).faults


def test_a_line_that_is_typed_while_files_are_taken_in_is_kept_and_it_is_said_when_it_will_be_found(made: TypedCase) -> None:
    with open_for_writing(made.path, settings=made.settings("amal")) as adding:
        said = _end(_typing(made, "Layla Haddad", 2, "to the north"))
        (waits,) = [line for line in lines_of(adding.reading, made.letter, 1) if line.keyings]
        assert "another process writes to the case just now" in said
        assert ("to the north", 0) == (waits.typed, find(adding.reading, "north").total)
        bring_up(adding, made.letter)

    with made.reading() as case:
        assert 1 == find(case, "north").total
