"""A citation as a target of the W3C Web Annotation Data Model: words, place, and box on the page.

Source: W3C Web Annotation Data Model (2017) sections 4.2.1, 4.2.4 and 4.2.5; Media Fragments URI 1.0 section 4.2.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from kashf.domain.document import BOX_GRID

_FRAGMENTS: Final = "http://www.w3.org/TR/media-frags/"


def selectors(cited: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the selectors of words of a paper, as the report's JSON has them.

    What stands before and behind the words is not told, since it may name others; the place tells two of one wording apart.

    >>> [each["type"] for each in selectors({"page": 3, "start": 4, "end": 9, "text": "north", "box": []})]
    ['FragmentSelector', 'TextQuoteSelector', 'TextPositionSelector']
    """
    where = f"page={cited['page']}"
    if cited["box"]:
        left, top, right, bottom = (100 * edge / BOX_GRID for edge in cited["box"])
        where += f"&xywh=percent:{left:.2f},{top:.2f},{right - left:.2f},{bottom - top:.2f}"
    return [
        {"type": "FragmentSelector", "conformsTo": _FRAGMENTS, "value": where},
        {"type": "TextQuoteSelector", "exact": cited["text"]},
        {"type": "TextPositionSelector", "start": cited["start"], "end": cited["end"]},
    ]
