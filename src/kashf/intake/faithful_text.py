"""Whether what was read of a text, in a child that had other texts open too, is what its bytes say: one of them may have taken it over."""

from __future__ import annotations

from typing import Final

from kashf.domain.document import Origin, Reading, Status, storable

_SAID: Final = frozenset({"encoding", "language"})
#: Ends a page, and stands in none.
_FORM_FEED: Final = "\f"


def is_faithful(reading: Reading, untrusted: bytes) -> bool:
    """Return whether a reading holds all words of a text in UTF-8 and nothing else.

    What cannot be told so, since the bytes are in another encoding or something is marked in the text, has to be read alone.

    Args:
        reading: What passed the check of its form.
        untrusted: The bytes of the document.
    """
    try:
        text = untrusted.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    is_plain = reading.status is Status.DONE and reading.type == "text/plain" and reading.metadata.keys() <= _SAID
    is_bare = not reading.second_readings and not reading.ink_prints
    is_whole = all(page.origin is Origin.DIGITAL and page.confidence == 1 and not page.marks and not page.boxes for page in reading.pages)
    written = storable(text.replace(_FORM_FEED, ""))
    return is_plain and is_bare and is_whole and written == "".join(page.text for page in reading.pages)
