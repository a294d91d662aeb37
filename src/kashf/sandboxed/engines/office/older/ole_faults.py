"""What a damaged or hostile OLE file makes olefile, and the walk through it, raise."""

from __future__ import annotations

import struct
from typing import Final

OLE_FAULTS: Final = (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError, RecursionError, struct.error)
