"""Counts in English sentences: one letter, two letters."""

from __future__ import annotations


def many(count: int, thing: str, things: str = "") -> str:
    """Return a number and what it counts, in the singular for one.

    >>> many(1, "page"), many(0, "entry"), many(2, "file is", "files are"), many(3, "copy of it")
    ('1 page', '0 entries', '2 files are', '3 copies of it')
    """
    return f"{count} {one_or_more(count, thing, things)}"


def one_or_more(count: int, thing: str, things: str = "") -> str:
    """Return what a number counts, without the number; `things` is the plural where no rule gives it."""
    if count == 1:
        return thing
    if things:
        return things
    noun, of, rest = thing.partition(" of ")
    is_ies = noun.endswith("y") and noun[-2:-1] not in {"a", "e", "o", "u"}
    return f"{f'{noun[:-1]}ies' if is_ies else f'{noun}s'}{of}{rest}"
