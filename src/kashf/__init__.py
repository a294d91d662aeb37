"""kashf: from a pile of leaked files to a published finding that stands up.

The public API is loaded when it is first used, so that importing kashf costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kashf import errors
    from kashf.api import Case as Case
    from kashf.api import PrecedenceTest as PrecedenceTest
    from kashf.api import open_case as open_case
    from kashf.api import precedence as precedence

__version__ = "0.1.0.dev0"

__all__ = ["Case", "PrecedenceTest", "__version__", "errors", "open_case", "precedence"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"kashf has no public {name!r}")
    from importlib import import_module

    return import_module("kashf.errors") if name == "errors" else getattr(import_module("kashf.api"), name)
