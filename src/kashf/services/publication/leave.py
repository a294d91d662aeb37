"""The one gate: what leaves in bulk is held against protected strings and what is sealed in the vault, and refused where it holds one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.publication.redacted_patterns import RedactedPattern
from kashf.errors import ProtectedLeavesError
from kashf.publish.leaving.held_back import identifiers_in, leaks_in
from kashf.publish.protected.protected_strings import ProtectedStrings

#: Places that are named in a refusal.
_NAMED: Final = 10


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """What the gate looked for in files that may leave.

    Args:
        strings: How many protected strings none of them holds.
        identifiers: How many telephone numbers and addresses of mail stand in them, by kind.
    """

    strings: int
    identifiers: Mapping[RedactedPattern, int]


def leave(files: Mapping[str, bytes], protected: Sequence[str] | None = None) -> LookedThrough:
    """Say what was looked for in files that are to leave, before one of them is written.

    Args:
        files: Their bytes by their names.
        protected: Strings that must not leave, in any spelling; None where nobody named any.

    Raises:
        ProtectedLeavesError: A file, or the name of one, holds a protected string; places and numbers of strings are told, no string.
        UsageError: A list of strings was given and holds none.
    """
    strings = ProtectedStrings.of(protected) if protected is not None else None
    found = leaks_in(files, strings) if strings else ()
    if found:
        places = ", ".join(f"string {each.string} in {each.file} ({each.way})" for each in found[:_NAMED])
        more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        raise ProtectedLeavesError(
            f"nothing leaves: it holds what is protected: {places}{more}", code="leave-protected", found=places + more
        )
    return LookedThrough(len(strings) if strings else 0, identifiers_in(files))
