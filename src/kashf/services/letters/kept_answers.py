"""What answers about all letters of a case are made of, kept in memory as long as nothing of the case was written since.

A server has it for every request; a command makes it once, and whatever it asks twice is there.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, Final, TypeVar

from kashf.services.case.open import OpenCase

#: Answers that stay in memory; those about one collection of a case are fewer.
MOST_KEPT: Final = 16

_Made = TypeVar("_Made")

_kept: Final[OrderedDict[tuple[str, str], tuple[str, Any]]] = OrderedDict()
_lock: Final = threading.Lock()


def kept_answer(case: OpenCase, name: str, make: Callable[[], _Made]) -> _Made:
    """Return what was made of a case; made anew when anything was written to its records since.

    Args:
        case: Which case; what is made of some of its documents alone is never kept.
        name: What it is, with the collection that it is of; one name has one `make`.
        make: Makes it from the records alone, and nobody changes it afterwards.
    """
    with case.view.snapshot():
        moment, key = case.view.moment(), (str(case.path), name)
        with _lock:
            known = _kept.get(key)
            if known and moment == known[0] and moment:
                _kept.move_to_end(key)
                return known[1]  # type: ignore[no-any-return]  # one name has one make
        made = make()
    if moment:
        with _lock:
            _kept[key] = moment, made
            _kept.move_to_end(key)
            while len(_kept) > MOST_KEPT:
                _kept.popitem(last=False)
    return made
