"""Characters that could mislead the eye, made visible: one symbol for one code point, so that positions stay what they are.

A file called "report\u202efdp.exe" reads "reportexe.pdf" on a screen that obeys it. Here it shows an arrow where the trick is.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from shlex import quote
from typing import Final

#: Line feed and tab, which text may have and names may not.
_LAYOUT: Final = {0x0A: "\n", 0x09: "\t"}

#: Left-to-right controls, right-to-left controls, and those that end or isolate. The marks U+200E, U+200F and U+061C and the joiners are
#: left alone: writers of Arabic and Persian need them, and they cannot turn a run of letters around.
_BIDI: Final = {
    **dict.fromkeys((0x202A, 0x202D, 0x2066), "⇢"),
    **dict.fromkeys((0x202B, 0x202E, 0x2067), "⇠"),
    **dict.fromkeys((0x202C, 0x2068, 0x2069), "⇡"),
}

#: C0 controls have pictures of their own from U+2400; C1 controls, deprecated format controls and invisible tags share one.
_CONTROLS: Final = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "␡",
    **dict.fromkeys((*range(0x80, 0xA0), *range(0x206A, 0x2070), *range(0xE0000, 0xE0080)), "␦"),
}

_IN_NAMES: Final = {**_CONTROLS, **_BIDI, 0x2028: "␤", 0x2029: "␤", **dict.fromkeys(range(0xD800, 0xE000), "\ufffd")}
_IN_TEXT: Final = {**_IN_NAMES, **_LAYOUT}
#: Signs without width, by which two names look like one; texts have them from word processors, and there they are left.
_WITHOUT_WIDTH: Final = dict.fromkeys((0xAD, 0x34F, 0x180E, 0x200B, *range(0x2060, 0x2065), 0xFEFF), "␦")
_SHOWN_IN_NAMES: Final = {**_IN_NAMES, **_WITHOUT_WIDTH}
_OF_ARABIC: Final = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
#: A joiner or a mark of direction beside no letter of Arabic, where nobody needs it.
_IDLE_MARK: Final = re.compile(f"(?<![{_OF_ARABIC}])[\u200c-\u200f\u061c](?![{_OF_ARABIC}\U0001f300-\U0001faff\u2600-\u27bf])")
_MISLEADING: Final = re.compile("[" + "".join(re.escape(chr(code)) for code in _IN_TEXT if code not in _LAYOUT) + "]")
_NOT_IN_NAMES: Final = re.compile("[" + "".join(re.escape(chr(code)) for code in _IN_NAMES) + "]")
_FIRST_STRONG_ISOLATE: Final = "\N{FIRST STRONG ISOLATE}"
_POP_ISOLATE: Final = "\N{POP DIRECTIONAL ISOLATE}"


def visible_name(untrusted_name: str) -> str:
    r"""Return a file name or other single line with everything misleading shown as a symbol.

    >>> visible_name("report\u202efdp.exe"), visible_name("a\nb"), visible_name("Quo\u200brn")
    ('report⇠fdp.exe', 'a␊b', 'Quo␦rn')
    """
    return _IDLE_MARK.sub("␦", untrusted_name.translate(_SHOWN_IN_NAMES))


def visible_text(untrusted_text: str) -> str:
    r"""Return text of a document with everything misleading shown as a symbol; line ends and tabs stay.

    >>> visible_text("one\n\x1btwo")
    'one\n␛two'
    """
    return untrusted_text.translate(_IN_TEXT)


def escaped_json(text: str) -> str:
    r"""Return JSON with everything misleading as an escape of JSON: it says the same, and a terminal obeys nothing in it.

    >>> escaped_json('{"name": "a\x9bb\u202ec"}')
    '{"name": "a\\u009bb\\u202ec"}'
    """
    return _MISLEADING.sub(lambda found: json.dumps(found[0])[1:-1], text)


def isolate(untrusted_name: str) -> str:
    """Return a name for the middle of a line of plain text, so that its direction does not spill over to what stands beside it."""
    return f"{_FIRST_STRONG_ISOLATE}{visible_name(untrusted_name)}{_POP_ISOLATE}"


def shell_word(untrusted_name: str) -> str:
    r"""Return a name for a command line that a person copies into a shell: quoted where it must be, and without signs that cannot be seen.

    >>> shell_word("case"), shell_word("my case")
    ('case', "'my case'")
    """
    return quote(visible_name(untrusted_name))


def without_misleading(untrusted_name: str) -> str:
    r"""Return a single line with U+FFFD for everything that `visible_name` shows as a symbol: for words that are to be kept.

    >>> without_misleading("a\u202eb")
    'a�b'
    """
    return _NOT_IN_NAMES.sub("\N{REPLACEMENT CHARACTER}", untrusted_name)


def misleading_places(untrusted_text: str, start: int, end: int) -> Iterator[int]:
    r"""Yield the places between `start` and `end` at which `visible_text` shows a symbol.

    >>> list(misleading_places("ab\u202ec", 0, 4))
    [2]
    """
    return (found.start() for found in _MISLEADING.finditer(untrusted_text, start, end))


def describe(character: str) -> str:
    r"""Return the code point and name of a character, for a tooltip.

    >>> describe("\u202e")
    'U+202E RIGHT-TO-LEFT OVERRIDE'
    """
    return f"U+{ord(character):04X} {unicodedata.name(character, 'CONTROL')}"
