"""What documents say about themselves, under few names: each format calls the title otherwise."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

from kashf.ports.engines import MAX_METADATA_KEY_LENGTH, MAX_METADATA_KEYS, MAX_METADATA_VALUE_LENGTH

#: The known keys, and under which names formats keep them; the first one that has a value counts.
_NAMES = {
    "title": ("title", "dc:title", "og:title", "pdf:docinfo:title"),
    "author": ("author", "dc:creator", "creator", "meta:author", "authors", "pdf:docinfo:author"),
    "date": (
        "date",
        "dcterms:created",
        "meta:creation-date",
        "creationdate",
        "created_at",
        "created",
        "dcterms:modified",
        "modified",
        "moddate",
    ),
    "from": ("from", "message:from", "message-from"),
    "to": ("to", "message:to", "message-to"),
    "subject": ("subject", "dc:subject"),
    "device": ("device", "com.apple.quicktime.model", "tiff:model"),
    "taken": ("taken", "com.apple.quicktime.creationdate", "exif:datetimeoriginal"),
    "latitude": ("latitude", "geo:lat"),
    "longitude": ("longitude", "geo:long"),
    "duration": ("duration", "xmpdm:duration"),
    "description": ("description", "dc:description", "og:description"),
    "keywords": ("keywords", "meta:keyword", "pdf:docinfo:keywords"),
    "original-path": ("original-path",),
}
#: PDF writes D:20140925083000+03'00', which means nothing to anybody else.
_DATE = re.compile(r"^(?:D:)?(\d{4})[-:/.]?(\d{2})[-:/.]?(\d{2})")


def known_metadata(untrusted: Mapping[str, str]) -> dict[str, str]:
    """Return what a document says about itself: the known keys first, then everything else under the names it came by, capped.

    The known keys are title, author, date (ISO day), from, to, subject; of pictures, sound and film device, taken (the camera's own time),
    latitude and longitude (degrees), duration, description, keywords; original-path is where the file lay when it was saved.
    "date-as-written" keeps the time of day and the zone.
    """
    values = {key.strip().lower(): value.strip() for key, value in untrusted.items() if value.strip()}
    known = {key: next((values[name] for name in names if name in values), "") for key, names in _NAMES.items()}
    known["date"], written = iso_day(known["date"]), known["date"]
    if written != known["date"]:
        known["date-as-written"] = written
    used = {name for names in _NAMES.values() for name in names}
    rest = {key: value for key, value in values.items() if key not in used or value not in known.values()}
    merged = rest | {key: value for key, value in known.items() if value}
    merged = {key: merged[key] for key in sorted(merged, key=lambda key: key not in known)}
    return {key[:MAX_METADATA_KEY_LENGTH]: value[:MAX_METADATA_VALUE_LENGTH] for key, value in list(merged.items())[:MAX_METADATA_KEYS]}


def iso_day(untrusted: str) -> str:
    """Return the day of a date as formats write it (ISO, PDF, mail), as YYYY-MM-DD; empty when it is none.

    >>> iso_day("D:20140925083000+03'00'"), iso_day("Tue, 30 Sep 2014 10:00:00 +0300"), iso_day("yesterday")
    ('2014-09-25', '2014-09-30', '')
    """
    numbers = _DATE.match(untrusted.strip())
    try:
        if numbers:
            return dt.date(*map(int, numbers.groups())).isoformat()
        return parsedate_to_datetime(untrusted).date().isoformat()
    except (ValueError, OverflowError, IndexError):
        return ""
