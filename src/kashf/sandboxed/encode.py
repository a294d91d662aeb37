"""The form in which a reading leaves the sandbox: one JSON object, of which nothing is believed outside (`intake.reading_check`)."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import asdict

from kashf.domain.document import Page, storable
from kashf.ports.engines import Extract, Member


def encode_reading(extract: Extract, *, type: str, engines: Mapping[str, str], members: int = 0) -> dict[str, object]:
    """Return the JSON object a sandboxed child answers with.

    Args:
        extract: What was read.
        type: Media type by the file's bytes.
        engines: Name and version of each engine that took part.
        members: How many members of a container were handed out before.
    """
    prints: dict[str, object] = {"ink_prints": [[number, base64.b64encode(ink).decode("ascii")] for number, ink in extract.ink_prints]}
    answer: dict[str, object] = {
        "type": type,
        "status": extract.status.value,
        "reason": extract.reason.value if extract.reason else None,
        "detail": extract.detail,
        "pages": [_encode_page(page) for page in extract.pages],
        "second_readings": [_encode_page(page) for page in extract.second_readings],
        "metadata": {storable(key): storable(value) for key, value in extract.metadata.items()},
        "engines": dict(engines),
        "members": members,
    }
    return answer | prints if extract.ink_prints else answer


def encode_head(member: Member) -> dict[str, object]:
    """Return the JSON object that goes before the bytes of a member of a container."""
    head: dict[str, object] = {
        "ordinal": member.ordinal,
        "name": base64.b64encode(member.untrusted_name).decode("ascii"),
        "reason": member.reason,
    }
    return head | ({"capture": asdict(member.capture)} if member.capture else {})


def _encode_page(page: Page) -> dict[str, object]:
    return {
        "number": page.number,
        "text": storable(page.text),
        "origin": page.origin.value,
        "confidence": page.confidence,
        "marks": [[mark.start, mark.end, mark.kind.value] for mark in page.marks],
        "boxes": [[box.start, box.end, box.left, box.top, box.right, box.bottom, box.confidence] for box in page.boxes],
    }
