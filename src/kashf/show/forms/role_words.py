"""In what role somebody is named, in a line of the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kashf.language.words.visible import isolate
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.names.counting.by_role import RoleBase, RoleCount

#: What a form, a mail or a document is called, by how a role is known.
_UNITS: Final = {"field": "form", "mail": "mail", "text": "document"}
#: What stands before a number, where it is not the role with "in".
_SAYS: Final = {"own": "the form's own person in", "signer": "signs", "sender": "sender of", "recipient": "recipient of"}


def role_line(count: RoleCount) -> str:
    """Return in how many forms, mails or documents somebody is named in a role, and what that is out of."""
    code, unit = count.role.code, _UNITS[count.role.kind]
    said = _SAYS.get(code, f"{code} in")
    undecided = f"; {count.undecided} more undecided" if count.undecided else ""
    labels = f"  {', '.join(map(isolate, count.labels))}" if count.labels else ""
    return f"{said} {many(count.number, unit)} ({count.without_copies} without copies) of {_base(count.base, unit)}{undecided}{labels}"


def _base(base: RoleBase, unit: str) -> str:
    if unit != "form":
        return many(base.asked, unit)
    blank = f", {base.blank} blank" if base.blank else ""
    unread = f", {base.unread} unread" if base.unread else ""
    return f"{base.asked} that ask it, {base.answered} answered{blank}{unread}"
