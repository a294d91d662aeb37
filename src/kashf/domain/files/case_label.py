"""What the file case.toml says of a case: enough to know it by before its ledger is read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseLabel:
    """The name tag of a case.

    Args:
        name: As people call it; "" where the case is encrypted, since its name stands in the ledger then.
        format: Of its folder, from 1.
        created: When it was made, UTC; None where it does not say.
        key: Id of the key by which the case is encrypted; "" where it is not.
    """

    name: str
    format: int = 0
    created: dt.datetime | None = None
    key: str = ""
