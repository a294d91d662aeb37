"""What filled-in forms say of names: a name that fills a field is one, whatever it looks like, and what a template prints names nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from kashf.domain.entity import RESOLVED, Mention, MentionType
from kashf.language.person_names.titles import without_titles
from kashf.language.words.spans import SpanSet
from kashf.language.words.tokens import folded_words

#: What found a name because it fills a field that asks for one.
FORM_FIELD: Final = "rules:form-field"
#: How sure that is, and where a machine read it from a picture and nobody looked at it yet.
_SEEN: Final = 0.95
_UNSEEN: Final = 0.7
#: Words of a name with all that it may have: title, given name, fathers, family. What is longer is a sentence, which the name finder reads.
_MOST_WORDS: Final = 8
#: Signs that a value has which is more than one name.
_DIVIDES: Final = frozenset("،,;؛/\\|:()[]{}<>=+&@؟?!\n\r\t")


class FieldName(NamedTuple):
    """A name that fills a field.

    Args:
        start: First code point of the page's text.
        end: One past the last.
        text: What stands there.
        is_unseen: Whether nobody looked at it since a machine read it from a picture.
    """

    start: int
    end: int
    text: str
    is_unseen: bool = False


@dataclass(frozen=True, slots=True)
class FormMentions:
    """What is named on a page with forms.

    Args:
        named: Mentions of the leak.
        left_out: What was taken for a mention and is printed on every form, or is a part of a name that fills a field.
    """

    named: tuple[Mention, ...]
    left_out: tuple[Mention, ...]


def form_mentions(found: Iterable[Mention], names: Iterable[FieldName], printed: Iterable[tuple[int, int]]) -> FormMentions:
    """Return what is named on a page with forms.

    A name is added where its field has no person yet, or a part of him; of two persons, or a sentence, what was found stays.

    Args:
        found: What was found to be named, with what was added before; none overlaps another.
        names: Names that fill fields.
        printed: Where words of templates stand.
    """
    words = SpanSet(printed)
    others = [each for each in found if each.source != FORM_FIELD]
    filled = [each for each in others if words.is_free(each.start, each.end)]
    added = list(_added(names, filled))
    taken = SpanSet((each.start, each.end) for each in added)
    kept = [each for each in filled if each.type not in RESOLVED or taken.is_free(each.start, each.end)]
    named = sorted([*kept, *added], key=lambda each: (each.start, each.end))
    return FormMentions(tuple(named), tuple(each for each in others if each not in kept))


def _added(names: Iterable[FieldName], found: Sequence[Mention]) -> Iterator[Mention]:
    taken = SpanSet()
    for name in sorted(set(names)):
        there = [each for each in found if each.start < name.end and name.start < each.end and each.type in RESOLVED]
        if _is_one_name(name.text) and _is_more(name, there) and taken.add(name.start, name.end):
            score = _UNSEEN if name.is_unseen else _SEEN
            yield Mention(name.start, name.end, name.text, MentionType.PERSON, FORM_FIELD, score)


def _is_one_name(text: str) -> bool:
    is_plain = not any(sign in _DIVIDES or sign.isdigit() for sign in text)
    return is_plain and 0 < len(folded_words(text)) <= _MOST_WORDS


def _is_more(name: FieldName, there: Sequence[Mention]) -> bool:
    """Return whether a field names more than what was found in it: nobody, what is no person, or a person by a part of his name."""
    people = [each for each in there if each.type is MentionType.PERSON]
    if not people:
        return True
    return len(people) == 1 and name.start <= people[0].start and people[0].end <= name.end and _is_part(people[0].text, name.text)


def _is_part(part: str, whole: str) -> bool:
    """Return whether a name has fewer words than a whole one that no title begins."""
    return len(folded_words(part)) < len(folded_words(without_titles(whole)))
