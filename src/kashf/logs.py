"""Events for whoever runs kashf: ids, sizes, durations. Never words from a document, a name, a query or a path."""

from __future__ import annotations

import logging
import os
import sys
from typing import Any

import structlog


def configure_logs() -> None:
    """Send events to stderr, as lines for people on a terminal and as JSON elsewhere; KASHF_LOG sets the level (default warning)."""
    level = logging.getLevelNamesMapping().get(os.environ.get("KASHF_LOG", "WARNING").upper(), logging.WARNING)
    renderer: Any = structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    structlog.configure(
        processors=[structlog.processors.add_log_level, structlog.processors.TimeStamper(fmt="iso", utc=True), renderer],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def get_log() -> Any:
    """Return the log; its methods take an event name such as "page.read" and ids, sizes and durations as keywords."""
    return structlog.get_logger()
