"""Who is asked for what only a person knows. The door by which somebody came in sets it; where nobody sits, nobody is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Asking:
    """How the passphrase of this installation's key is come by.

    Args:
        installation: Takes the file that the settings name, or None, and returns the passphrase; None where nobody can be asked.
    """

    installation: Callable[[Path | None], str] | None = None
