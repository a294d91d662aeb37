"""kashf: from a pile of leaked files to a published finding that stands up.

The public API is loaded when it is first used, so that importing kashf costs nothing.
"""

from __future__ import annotations

__version__ = "0.1.0.dev0"

__all__ = ["__version__"]
