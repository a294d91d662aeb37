"""A message as a page: the header lines a person looks for, an empty line, what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kashf.domain.document import Page
from kashf.language.marks.quoted_mail import quoted
from kashf.sandboxed.engines.mail.mail_headers import OF_ANOTHER, SHOWN

_ADDRESS = re.compile(r"[^\s<>()\"',;:]{1,64}@[^\s<>()\"',;:]{1,190}")


def message_page(headers: Mapping[str, str], text: str, quotes: Sequence[tuple[int, int]] = ()) -> Page | None:
    """Return the page of a message, with quoted mail marked; None when there is nothing to show.

    Args:
        headers: Name -> decoded value.
        text: What the message says.
        quotes: Stretches of it that its layout shows as quoted.
    """
    lines = [f"{name}: {headers[name]}" for name in SHOWN if headers.get(name) and not _is_of_sender(headers, name)]
    if not lines and not text.strip():
        return None
    whole = "\n".join(lines) + "\n\n" + text
    moved = len(whole) - len(text)
    return Page(1, whole, marks=quoted(whole, shown=[(start + moved, end + moved) for start, end in quotes]))


def _is_of_sender(headers: Mapping[str, str], name: str) -> bool:
    """Return whether a line only repeats an address that From has."""
    if name not in OF_ANOTHER:
        return False
    sender = headers.get("From", "").lower()
    addresses = _ADDRESS.findall(headers[name].lower())
    return bool(addresses) and all(address in sender for address in addresses)
