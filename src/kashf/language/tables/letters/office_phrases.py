"""What differs between two writings of one office's name: short forms and words that say nothing; compared folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: Short form, as written without its dot -> the word. "Div." is a division of an army or of an office, the same word either way; short
#: forms of two words (Comm., Gov.) are left to the pile, which may have only one name that they fit.
SHORT_FORMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dept": "department",
        "dir": "directorate",
        "div": "division",
        "bde": "brigade",
        "bn": "battalion",
        "bat": "battalion",
        "regt": "regiment",
        "hq": "headquarters",
        "min": "ministry",
        "prov": "province",
        "sec": "sector",
        "admin": "administration",
        "gen": "general",
        "off": "office",
        "ofc": "office",
        "sect": "section",
        "dist": "district",
    }
)
#: Articles and prepositions of names in Latin letters.
SMALL_WORDS: Final = "the of for al el la le les l de du des d et and &"
#: What divides two offices that stand on one line; a dash and a bar with a space on either side.
LINE_DIVIDERS: Final = r"\s+[-–—|]\s+|\s*[/\\،,؛;]\s*"
#: Between an office and the body that it is of.
WITHIN: Final = "في|ب|لدى|التابع ل|التابعة ل|in|at"
