"""What may have been typed where a list has one password."""

from __future__ import annotations

import unicodedata
from functools import partial
from itertools import product
from typing import Final

#: How programs made bytes of a password before UTF-8: Windows in Arabic and in the West, DOS in both, Unix.
_ENCODINGS: Final = ("utf-8", "cp1256", "cp1252", "cp720", "cp437", "cp850", "iso8859-6", "cp1251")
#: Marks joined with their letters, and parted from them.
_FORMS: Final = (partial(unicodedata.normalize, "NFC"), partial(unicodedata.normalize, "NFD"))


def spellings(password: str) -> tuple[str, ...]:
    """Return a password as it stands, and without blanks at its ends, each as it is and with its marks joined and parted, once each.

    >>> spellings("open "), len(spellings("أمل"))
    (('open ', 'open'), 2)
    """
    found = [password, password.strip()]
    forms = (form(each) for each, form in product(found, _FORMS))
    return tuple(dict.fromkeys(each for each in (*found, *forms) if each))


def in_bytes(password: str) -> tuple[bytes, ...]:
    """Return the bytes that programs make of a password, once each, without those that cannot stand in it.

    >>> in_bytes("open"), len(in_bytes("أمل"))
    ((b'open',), 4)
    """
    found = []
    for encoding in _ENCODINGS:
        try:
            found.append(password.encode(encoding))
        except UnicodeEncodeError:
            continue
    return tuple(dict.fromkeys(each for each in found if b"\0" not in each))
