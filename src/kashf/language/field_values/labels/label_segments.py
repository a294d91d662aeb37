"""What the parts of a label ask, each between two "and": heads and topics put together, in whatever order a language has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kashf.domain.forms.template_fields import FieldKind, ValueType
from kashf.language.field_values.labels.label_lexicon import LabelRole
from kashf.language.field_values.labels.label_words import FILLING, LabelWord

#: Heads that say all, whatever they are about; in order, the first that is there decides.
_DECIDE: Final = (
    (LabelRole.YES_NO, FieldKind.YES_NO),
    (LabelRole.COUNT, FieldKind.NUMBER),
    (LabelRole.PHONE, FieldKind.PHONE),
)
#: Heads that say all but of a telephone and a date.
_DECIDE_LATER: Final = (
    (LabelRole.PLACE, FieldKind.PLACE),
    (LabelRole.NUMBER, FieldKind.NUMBER),
    (LabelRole.CHOICE, FieldKind.CHOICE),
)


#: A question with one of these asks for more than yes or no.
_ASKING: Final = frozenset(role for role in LabelRole if role not in {LabelRole.EVENT, LabelRole.UNKNOWN})


@dataclass(frozen=True, slots=True)
class LabelSegment:
    """What stands between two "and".

    Args:
        roles: What its words say, in order, without filling.
    """

    roles: tuple[LabelRole | FieldKind, ...]

    @property
    def topics(self) -> tuple[FieldKind, ...]:
        """What it is about."""
        return tuple(role for role in self.roles if isinstance(role, FieldKind))

    @property
    def is_bare(self) -> bool:
        """Whether it only says how the answer is written, so that it is about what its neighbour is about: DATE and place of birth."""
        return not self.topics and not {LabelRole.EVENT, LabelRole.UNKNOWN} & set(self.roles)

    @property
    def has_head(self) -> bool:
        """Whether it says how the answer is written."""
        return any(isinstance(role, LabelRole) and role is not LabelRole.UNKNOWN for role in self.roles)

    def kind(self, shared: tuple[FieldKind, ...] = ()) -> FieldKind:
        """Return what it asks.

        Args:
            shared: What its neighbours are about, for a head alone.
        """
        for head, kind in _DECIDE:
            if head in self.roles:
                return kind
        topics = self.topics or shared
        if LabelRole.DATE in self.roles:
            return _date(topics, is_alone=self.is_bare and not shared)
        if FieldKind.PHONE in self.topics:
            return FieldKind.PHONE
        for head, kind in _DECIDE_LATER:
            if head in self.roles:
                return kind
        return self._by_topic(topics)

    def _by_topic(self, topics: tuple[FieldKind, ...]) -> FieldKind:
        """Return what is asked, and about whom: a mother's nationality is a nation, and her name is hers; a unit's commander is a man."""
        people = [topic for topic in topics if topic.traits.type is ValueType.NAME and topic is not FieldKind.NAME]
        things = [topic for topic in topics if topic.traits.type is not ValueType.NAME]
        if FieldKind.PERSON in people:
            things = [topic for topic in things if topic is not FieldKind.CHOICE]
        if things and not (LabelRole.NAME in self.roles and people):
            return things[0]
        if people:
            return people[0]
        if LabelRole.NAME in self.roles and not topics and LabelRole.UNKNOWN in self.roles:
            return FieldKind.FREE  # Of whom or what, nobody knows.
        if LabelRole.NAME in self.roles or topics:
            return FieldKind.NAME
        return FieldKind.CHOICE if LabelRole.OR in self.roles else FieldKind.DATE


def kinds_of(found: Iterable[LabelWord], *, is_question: bool = False) -> tuple[FieldKind, ...]:
    """Return what a label asks, in order and each once; () when none of its words says anything.

    Args:
        found: What its words say.
        is_question: Whether it ends as a question does; without a word that asks for more it is answered by yes or no.
    """
    segments = [LabelSegment(roles) for roles in _segments(found) if set(roles) - {LabelRole.UNKNOWN}]
    roles = tuple(role for segment in segments for role in segment.roles)
    if LabelRole.OR in roles and LabelRole.YES_NO not in roles:
        segments = [LabelSegment(roles)]
    asks_more = any(role in _ASKING or (isinstance(role, FieldKind) and role.traits.type is ValueType.NAME) for role in roles)
    if is_question and roles and not asks_more:
        return (FieldKind.YES_NO,)
    kinds: dict[FieldKind, None] = {}
    for at, segment in enumerate(segments):
        beside = (segments[at + 1 : at + 2] + segments[max(at - 1, 0) : at]) if segment.is_bare else []
        kind = segment.kind(next((other.topics for other in beside if other.topics), ()))
        if not (kinds and _belongs(segment, kind, next(reversed(kinds)))):
            kinds[kind] = None
    return tuple(kinds)


def _belongs(segment: LabelSegment, kind: FieldKind, before: FieldKind) -> bool:
    """Return whether a part of a label asks nothing of its own: mother's name AND SURNAME, number of wives AND CHILDREN."""
    if segment.has_head:
        return False
    if before is FieldKind.NUMBER:
        return kind is FieldKind.RELATIVE
    of_name = kind is FieldKind.NAME or (kind is FieldKind.KUNYA and before.traits.is_kin)
    return of_name and before.traits.type is ValueType.NAME


def _segments(found: Iterable[LabelWord]) -> Iterator[tuple[LabelRole | FieldKind, ...]]:
    segment: list[LabelRole | FieldKind] = []
    for each in found:
        if each.is_divided or each.role is LabelRole.AND:
            yield tuple(segment)
            segment = []
        if each.role not in FILLING:
            segment.append(each.role)
    yield tuple(segment)


def _date(topics: tuple[FieldKind, ...], *, is_alone: bool) -> FieldKind:
    if FieldKind.BIRTH in topics:
        return FieldKind.BIRTH
    return FieldKind.WRITTEN if is_alone or FieldKind.WRITTEN in topics else FieldKind.DATE
