"""What the name before an address names: a person, a group, or nobody, as newsletters and offices of a firm do."""

from __future__ import annotations

import re
from typing import Final

from kashf.domain.entity import MentionType
from kashf.language.person_names.vocabulary import PARTICLES, is_given_name
from kashf.language.tables import mail_phrases, unit_words
from kashf.language.tables.latin import latin_words
from kashf.language.tables.names import common_names
from kashf.language.words.clitics import ARTICLE
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words

_NOBODY: Final = frozenset(folded_words(mail_phrases.NO_PERSONS))
#: Words of which one makes a name that of a body; legal forms only as the last word: "as" and "as" are names too.
_GROUP: Final = frozenset(
    word
    for table in (latin_words.GROUP_TAILS, latin_words.GROUP_HEADS, unit_words.UNITS, unit_words.OFFICES, common_names.GROUP_HEADS)
    for word in folded_words(table)
)
_FORMS: Final = frozenset(word for word in folded_words(common_names.LEGAL_FORMS) if len(word) > 1)
_POSTS: Final = frozenset(folded_words(unit_words.ROLES))
_MOST_WORDS: Final = 7
_FEWEST_LETTERS: Final = 3
_HOST: Final = re.compile(r"[a-z0-9]\.[a-z]{2}")
_SURNAME_FIRST: Final = re.compile(r"\s*([^,،]{2,60})[,،]\s*([^,،]{2,60}?)\s*\Z")


def named_by(display: str, *, has_address: bool) -> tuple[MentionType, float] | None:
    """Return what a name in a header line names and how sure that is; None for nobody.

    Args:
        display: As it is written, without quotes.
        has_address: Whether its address stands beside it; without one it must look like the name of somebody.

    Example:
        >>> named_by("Salim Haddad", has_address=True), named_by("Northern Trading Ltd", has_address=True)
        ((<MentionType.PERSON: 'PER'>, 0.92), (<MentionType.GROUP: 'ORG'>, 0.8))
        >>> named_by("Weekly Newsletter", has_address=True), named_by("all commanders", has_address=False)
        (None, None)
    """
    words = folded_words(display)
    bare = {*words, *(word.removeprefix(ARTICLE) for word in words)}
    if not _may_name(display, words) or bare & _NOBODY:
        return None
    if bare & _GROUP or (len(words) > 1 and words[-1] in _FORMS):
        return (MentionType.GROUP, 0.8) if len(words) > 1 and has_address else None
    score = _of_person(display, words, has_address=has_address)
    return (MentionType.PERSON, score) if score else None


def in_order(display: str) -> str:
    """Return a name in the order in which it is spoken: "Haddad, Salim" is Salim Haddad; "" where it stands in that order.

    Example:
        >>> in_order("Haddad, Salim"), in_order("Salim Haddad")
        ('Salim Haddad', '')
    """
    found = _SURNAME_FIRST.match(display)
    if found is None or folded_words(found[2])[-1:] == folded_words(found[1])[-1:]:
        return ""
    return "" if folded_words(found[2])[0] in _FORMS else " ".join(f"{found[2]} {found[1]}".split())


def _may_name(display: str, words: list[Folded]) -> bool:
    """Return whether a name has letters, no digits, and is no host, post or sentence."""
    if not words or len(words) > _MOST_WORDS or len("".join(words)) < _FEWEST_LETTERS or _HOST.search(display):
        return False
    return not any(map(str.isdigit, display)) and not {words[0], words[0].removeprefix(ARTICLE)} & _POSTS


def _of_person(display: str, words: list[Folded], *, has_address: bool) -> float:
    """Return how sure it is that a name is a person's, 0 for not at all."""
    knows = any(is_given_name(word) or word in PARTICLES for word in words)
    if len(words) == 1:
        return 0.6 if has_address and (knows or display[:1].isupper()) else 0
    if has_address:
        return 0.92
    return 0.85 if knows or _is_capitalised(display, words) else 0


def _is_capitalised(display: str, words: list[Folded]) -> bool:
    """Return whether all words of a name in Latin letters begin with a capital."""
    written = [word for word in re.split(r"[\s,]+", display) if word]
    return 2 <= len(words) <= 4 and all(word[0].isupper() for word in written)
