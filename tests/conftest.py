"""What every test shares: how hypothesis searches, where folders lie, and in which order files come. Fixtures lie beside their tests."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Machines that run tests are busy, so no test has a deadline; on CI the same examples come every time.
settings.register_profile("default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("default"), derandomize=True)
# Before a commit a few examples are enough: `make test` looks further.
settings.register_profile("fast", parent=settings.get_profile("default"), max_examples=15)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

#: Folders of tests lie in memory where there is room for them: to take one file in syncs a case to its disk hundreds of times.
_MEMORY, _ROOM = Path("/dev/shm"), 6 << 30
if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK):
    _place = os.statvfs(_MEMORY)
    if _place.f_bavail * _place.f_frsize >= _ROOM and not _place.f_flag & os.ST_NOEXEC:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))

#: Folders whose files take long come first, so that no worker is alone with one of them at the end.
_FIRST = tuple(Path(__file__).with_name(folder) for folder in ("stories", "browser", "hostile", "contracts"))


def pytest_collection() -> None:
    """Leave garbage alone while tests are collected: nothing of it is garbage, and to look through it takes a third of the time."""
    gc.disable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put folders that take long first; within them the order stays shuffled."""
    items.sort(key=lambda item: _rank(item.path))


def pytest_collection_finish() -> None:
    """Look for garbage again, but not among what was collected."""
    gc.collect()
    gc.freeze()
    gc.enable()


def _rank(path: Path) -> int:
    return next((rank for rank, folder in enumerate(_FIRST) if path.is_relative_to(folder)), len(_FIRST))
