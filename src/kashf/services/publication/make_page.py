"""Makes the page of a report, for the doors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kashf.publish.report.report_page import ReportWords, report_page
from kashf.publish.report.report_parts import ReportTemplate

__all__ = ["ReportTemplate", "ReportWords", "page_of"]


def page_of(told: Mapping[str, Any], say: ReportWords, *, public: bool = False) -> str:
    """Return the page of a report, as `report_page` makes it."""
    return report_page(told, say, public=public)
