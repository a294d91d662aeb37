"""How far somebody takes a paper to be what it claims to be, in words; the figures behind them are the board's."""

from __future__ import annotations

from enum import StrEnum


class GenuineBand(StrEnum):
    """How far a paper is taken to be genuine."""

    SURELY = "surely"
    PROBABLY = "probably"
    OPEN = "open"
    PROBABLY_NOT = "probably-not"
