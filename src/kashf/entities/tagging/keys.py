"""The key under which a mention is counted: what stays of it when spelling, titles and grammar are taken off."""

from __future__ import annotations

from typing import Final

from kashf.domain.entity import Mention, MentionType, NameKey
from kashf.language.grammar.lexicon import Kind, look_up
from kashf.language.person_names.titles import MOST_WORDS, person_key
from kashf.language.words.clitics import ARTICLE
from kashf.language.words.folding import Folded, fold
from kashf.language.words.tokens import folded_words

#: Articles that stand before names of groups and places as words of their own, and are no part of them.
_ARTICLES: Final = frozenset({"the", "la", "le", "les", "der", "die", "das"})
#: What is left of "to the" before a name, behind the preposition.
_OF_TO_THE: Final = "ل"


def name_key(text: str, type: MentionType) -> NameKey:
    """Return the key of a mention: its folded words, without what is written onto the first and, for persons, without titles.

    Case endings of a kunya go too (أبي, أبا). What is an identifier has its normal form, so that one telephone in five spellings is one.
    Empty when there is no word in the text. A title that may be his name stays (Amir Khaled).

    Example:
        >>> name_key("ولأبي محمّد الشمالي", MentionType.PERSON), name_key("Sheikh Abu Omar", MentionType.PERSON)
        ('ابو محمد الشمالي', 'abu omar')
        >>> name_key("لواء المنارة", MentionType.GROUP), name_key("the Manara crossing", MentionType.PLACE)
        ('لواء المناره', 'manara crossing')
        >>> name_key("لفرقة الرابعة", MentionType.GROUP)  # As it stands in للفرقة, behind the preposition.
        'الفرقه الرابعه'
        >>> name_key("٠٠٩٦٣ ٩٤٤ ١٢٣ ٤٥٦", MentionType.PHONE)
        '+963944123456'
    """
    if form := _normal_form(text, type):
        return NameKey(form)
    if type.traits.has_titles:
        return NameKey(person_key(text))
    words = folded_words(text)[:MOST_WORDS]
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    elif type is MentionType.GROUP:
        words[:1] = [_with_article(word) for word in words[:1]]
    return NameKey(" ".join(words))


def mention_key(mention: Mention) -> NameKey:
    """Return the key of a mention that was found; that of "Haddad, Salim" in a header is of the name in the order in which it is spoken.

    Example:
        >>> mention_key(Mention(0, 13, "Haddad, Salim", MentionType.PERSON, "rules:header", 0.9, {"name": "Salim Haddad"}))
        'salim haddad'
    """
    return name_key(str(mention.value.get("name", mention.text)), mention.type)


def key_part(text: str, type: MentionType) -> str:
    """Return what the keys of a type have where a text is part of the name: folded words; of identifiers the signs, without spaces.

    Example:
        >>> key_part("944 123", MentionType.PHONE), key_part("Al-Shamali", MentionType.PERSON)
        ('944123', 'al shamali')
    """
    if type.traits.is_resolved:
        return " ".join(folded_words(text))

    from kashf.language.identifiers.identifier_finder import VALUES, normal_form
    from kashf.language.identifiers.plain_signs import plain

    if type not in VALUES:
        return " ".join(folded_words(text))
    return normal_form(text, type) or fold("".join(plain(text).split()))


def label_key(label: str) -> NameKey:
    """Return the key of what a person calls somebody: all of its words, since a title may be what tells him apart.

    >>> label_key("Commander Omar al-Wardi"), name_key("Commander Omar al-Wardi", MentionType.PERSON)
    ('commander omar al wardi', 'omar al wardi')
    """
    return NameKey(" ".join(folded_words(label)))


def keys_asked(text: str, type: MentionType) -> tuple[NameKey, NameKey, NameKey]:
    """Return under which keys of a case to look for what a person typed, one after the other: a key, a label, a name."""
    return NameKey(text), label_key(text), name_key(text, type)


def _normal_form(text: str, type: MentionType) -> str:
    """Return the normal form of an identifier; empty for what is none, such as a name of somebody."""
    if type.traits.is_resolved:
        return ""

    from kashf.language.identifiers.identifier_finder import normal_form  # Its patterns take as long to compile as a search.

    return " ".join(normal_form(text, type).split())


def _with_article(word: Folded) -> Folded:
    """Return the head of a group with the article that لل holds, of which a mention has the second letter: للفرقة is of الفرقة."""
    if not word.startswith(_OF_TO_THE):
        return word
    head = look_up(word)
    return Folded(ARTICLE + head.form) if head.clitic == 1 and head.kind & (Kind.UNIT | Kind.OFFICE) else word
