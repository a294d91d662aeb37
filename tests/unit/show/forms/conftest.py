from __future__ import annotations

from tests.unit.services.forms.conftest import case

__all__ = ["case"]
