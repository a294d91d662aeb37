"""Pages are light: what is sent to every browser, packed as it would be on a network."""

from __future__ import annotations

import gzip
from importlib.resources import files

STATIC = files("kashf.web").joinpath("static")
SCRIPTS = ("vendor/htmx.min.js", "vendor/hx-csp.min.js", "keys.js")


def packed(name: str) -> int:
    return len(gzip.compress(STATIC.joinpath(name).read_bytes()))


def test_all_scripts_together_take_no_more_than_60_kilobytes() -> None:
    assert sum(map(packed, SCRIPTS)) <= 60_000


def test_the_style_takes_no_more_than_10_kilobytes() -> None:
    assert packed("kashf.css") <= 10_000


def test_no_script_or_style_of_ours_names_an_address() -> None:
    assert [] == [name for name in ("keys.js", "kashf.css", "favicon.svg") if "://" in _text(name)]


def _text(name: str) -> str:
    """Return a file without the one address that is a name and not a place: that of SVG."""
    return STATIC.joinpath(name).read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
