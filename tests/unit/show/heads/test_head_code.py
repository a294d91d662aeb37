"""The code of a head says all that is asked for when it is proved, and can be scanned on paper as on a screen."""

from __future__ import annotations

import re
import subprocess
import sys

from kashf.services.case.heads.case_head import CaseHead
from kashf.show.heads.head_code import head_text, page_code, terminal_code

HEAD = CaseHead("c" * 64, "0123456789abcdef" * 4, 17)


def test_the_code_of_a_page_is_that_of_a_terminal() -> None:
    drawn = page_code(HEAD, "a code")
    side = int(re.findall(r'viewBox="0 0 (\d+) ', drawn)[0])
    dark = {(x + at, y) for x, y, width in map(_run, re.findall(r"M(\d+) (\d+)h(\d+)v1", drawn)) for at in range(width)}

    lines = terminal_code(HEAD).splitlines()

    assert dark == {(x, y) for x in range(side) for y in range(side) if _is_dark(lines, x, y)}


def test_a_code_says_head_entries_and_case() -> None:
    assert f"kashf head {'0123456789abcdef' * 4} entries 17 case {'c' * 64}" == head_text(HEAD)


def test_what_a_code_is_called_cannot_leave_its_place() -> None:
    assert 'aria-label="&#34;&gt;&lt;b&gt;"' in page_code(HEAD, '"><b>')


def test_the_library_that_draws_is_loaded_for_a_drawing_alone() -> None:
    program = "import sys, kashf.show.heads.head_code, kashf.cli.signing.head_lines; print('segno' in sys.modules)"
    assert "False" == subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.strip()


def _run(found: tuple[str, str, str]) -> tuple[int, int, int]:
    x, y, width = map(int, found)
    return x, y, width


def _is_dark(lines: list[str], x: int, y: int) -> bool:
    """Return whether a module is dark in a code of half blocks, whose light modules are the ones that are drawn."""
    sign = re.sub(r"\x1b\[[0-9;]*m", "", lines[y // 2])[x] if y // 2 < len(lines) else "█"
    return sign not in ("█", "▀" if y % 2 == 0 else "▄")
