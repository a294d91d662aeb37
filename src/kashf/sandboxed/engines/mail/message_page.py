"""A message as a page: the header lines a person looks for, an empty line, what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kashf.domain.document import Mark, MarkKind, Page
from kashf.language.marks.quoted_mail import quoted
from kashf.sandboxed.engines.mail.mail_headers import OF_ANOTHER, SHOWN

_ADDRESS = re.compile(r"[^\s<>()\"',;:]{1,64}@[^\s<>()\"',;:]{1,190}")


def message_page(
    headers: Mapping[str, str], text: str, quotes: Sequence[tuple[int, int]] = (), hidden: Sequence[tuple[int, int]] = ()
) -> Page | None:
    """Return the page of a message, with quoted mail and what its layout hides marked; None when there is nothing to show.

    Args:
        headers: Name -> decoded value.
        text: What the message says.
        quotes: Stretches of it that its layout shows as quoted.
        hidden: Stretches that it does not show, in order; of quoted mail they are told alone.
    """
    lines = [f"{name}: {headers[name]}" for name in SHOWN if headers.get(name) and not _is_of_sender(headers, name)]
    if not lines and not text.strip():
        return None
    whole = "\n".join(lines) + "\n\n" + text
    moved = len(whole) - len(text)
    marks = quoted(whole, shown=[(start + moved, end + moved) for start, end in quotes])
    return Page(1, whole, marks=with_hidden(marks, [(start + moved, end + moved) for start, end in hidden]))


def with_hidden(marks: Sequence[Mark], hidden: Sequence[tuple[int, int]]) -> tuple[Mark, ...]:
    """Return marks with those of hidden stretches put into them; none overlap.

    >>> [(mark.start, mark.end, str(mark.kind)) for mark in with_hidden([Mark(2, 9, MarkKind.QUOTED)], [(4, 5)])]
    [(2, 4, 'quoted'), (4, 5, 'hidden'), (5, 9, 'quoted')]
    """
    found = [Mark(start, end, MarkKind.HIDDEN) for start, end in hidden if start < end]
    for mark in marks:
        start = mark.start
        for begin, end in hidden:
            if begin < end and start < end and begin < mark.end:
                found += [replace(mark, start=start, end=begin)] if start < begin else []
                start = end
        found += [replace(mark, start=start)] if start < mark.end else []
    return tuple(sorted(found, key=lambda mark: mark.start))


def _is_of_sender(headers: Mapping[str, str], name: str) -> bool:
    """Return whether a line only repeats an address that From has."""
    if name not in OF_ANOTHER:
        return False
    sender = headers.get("From", "").lower()
    addresses = _ADDRESS.findall(headers[name].lower())
    return bool(addresses) and all(address in sender for address in addresses)
