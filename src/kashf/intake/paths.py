"""Names of files and of members of containers: bytes that are shown to people."""

from __future__ import annotations

import re

#: Windows and DOS in Arabic.
_ARABIC_CODE_PAGES = ("cp1256", "cp720")
#: Of the bytes that are not ASCII; a short name in Russian reaches .83 when they are taken for Arabic.
_ARABIC_SHARE = 0.9

#: Characters of GB 2312 in use, each of two bytes beyond those of letters of DOS, at least two of them together.
_CHINESE = re.compile(rb"[\x00-\x7f]*(?:(?:[\xa1-\xa9\xb0-\xf7][\xa1-\xfe]){2,}[\x00-\x7f]*)+")


def display_path(path: bytes) -> tuple[str, bytes | None]:
    r"""Return a path for people and, when it is not UTF-8, its bytes.

    >>> display_path(b"/a/b.txt"), display_path(b"/a/\xff")
    (('/a/b.txt', None), ('/a/�', b'/a/\xff'))
    """
    try:
        return path.decode("utf-8"), None
    except UnicodeDecodeError:
        return path.decode("utf-8", "replace"), path


def member_name(untrusted_name: bytes) -> str:
    r"""Return a member's name for people: UTF-8, else the Arabic code page that makes most of it Arabic, else Chinese or that of DOS.

    Zip, rar and tar keep bytes and seldom say in which encoding; the bytes stay the truth, this is for reading.

    >>> member_name("أمر ١.doc".encode("utf-8")), member_name("أمر الانسحاب.doc".encode("cp1256")), member_name(b"R\x82sum\x82")
    ('أمر ١.doc', 'أمر الانسحاب.doc', 'Résumé')
    >>> member_name("审计.doc".encode("gb2312"))
    '审计.doc'
    """
    try:
        return untrusted_name.decode("utf-8")
    except UnicodeDecodeError:
        pass
    foreign = sum(byte >= 0x80 for byte in untrusted_name)
    guesses = {name: untrusted_name.decode(name, "replace") for name in _ARABIC_CODE_PAGES}
    arabic = {name: sum("\u0621" <= letter <= "\u064a" for letter in guess) for name, guess in guesses.items()}
    best = max(guesses, key=lambda name: (arabic[name], guesses[name].count("ال")))
    if arabic[best] >= _ARABIC_SHARE * foreign:
        return guesses[best]
    return untrusted_name.decode("gb2312" if _CHINESE.fullmatch(untrusted_name) else "cp437", "replace")
