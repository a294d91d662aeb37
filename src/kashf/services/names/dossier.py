"""What a case holds of one person, group, place or thing that is named in it: counts, and every place behind every number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kashf.domain.document import Span
from kashf.domain.entity import MentionType, NameKey, Verdict
from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.domain.reasons import NO_REASONS
from kashf.entities.counting.appearances import Appearance, Appearances, count
from kashf.entities.tagging.keys import name_key
from kashf.errors import NotFoundError, UsageError
from kashf.language.words.tokens import folded_words
from kashf.services.case.collections import narrow
from kashf.services.case.copies.witnesses import witnesses
from kashf.services.case.open import OpenCase
from kashf.services.names.audit import AuditState, audit_state
from kashf.services.names.count import count_name, judged_places
from kashf.services.names.counting.by_role import RoleCount, count_by_role
from kashf.services.names.entity import Entity, entity_with
from kashf.services.names.review import find_key
from kashf.services.search.count_left_out import left_out
from kashf.services.search.written_days import months_of


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known of one name.

    Args:
        type: What it names.
        text: The name, as it is most often written.
        key: What decisions about single places are kept under.
        entity: Its other names, who may be it too and what was decided; None for a name that no part of kashf found by itself.
        counted: How often it appears. Of a person in every spelling; of all else, the places that were found to name it.
        is_counted: Whether that is a count in every spelling, with levels and bounds, as `kashf count` gives it.
        judged: What people decided about single places.
        months: "yyyy-mm" in which each document was written, "" where no one month is sure.
        channels: Who passed each document on.
        audit: How far its audit is; None where nobody has begun one.
        roles: In what roles a person is named, in forms, mails and other words; of all else nothing.
    """

    type: MentionType
    text: str
    key: NameKey
    entity: Entity | None
    counted: Appearances
    is_counted: bool
    judged: Mapping[Span, Verdict]
    months: Mapping[DocumentId, str]
    channels: Mapping[DocumentId, tuple[str, ...]]
    audit: AuditState | None
    roles: tuple[RoleCount, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceFilter:
    """Which places of a name to keep to; what is "" keeps all.

    Args:
        level: "exact", "spelling", "partial" (a person decided that a part of the name stands for it), "undecided", "rejected" or
            "decided", which is what somebody decided either way.
        variant: A way in which it is written.
        script: "arabic", "latin", "mixed" or "other".
        month: "yyyy-mm" in which documents were written, or "none" for those of which no one month is sure.
        channel: Who passed the document on.
        document: Whose places.
        role: In what role: "own" for whom a form is about, the kind of a field, "sender", "recipient" or "mentioned".
    """

    level: str = ""
    variant: str = ""
    script: str = ""
    month: str = ""
    channel: str = ""
    document: str = ""
    role: str = ""


def dossier(case: OpenCase, type: MentionType, name: str, *, scope: Scope = Scope.LEAK) -> Dossier:
    """Return what is known of a name.

    Args:
        case: Which case.
        type: What it names.
        name: A key of the case, or any spelling of the name.
        scope: Which collection is told of.

    Raises:
        NotFoundError: It stands nowhere in the case.
        UsageError: There is no name in it.
        UnfinishedError: The case was not searched for names yet.
    """
    with case.view.snapshot():
        narrowed = narrow(case, scope)
        case = narrowed.case
        entity = _entity(case, type, name)
        text = entity.text if entity else name
        counted, is_counted = _counted(case, type, text, entity)
        elsewhere = narrowed.elsewhere(lambda other: _counted(other, type, text, entity)[0].mentions)
        if entity is None and not counted.mentions and not counted.undecided:
            raise NotFoundError(f"nothing of type {type.value} has that name in this case: {name}", code="no-such-name", name=name)
        judged = judged_places(case.view, entity.leader if entity else text) if is_counted else {}
        documents = sorted({place.document for place in (*counted.spans, *counted.undecided_spans)})
        months = months_of(case.view)
        return Dossier(
            type=type,
            text=text,
            key=entity.leader if entity else name_key(text, type),
            entity=replace(entity, mentions=counted.mentions, documents=counted.documents) if entity else None,
            counted=replace(counted, collection=scope, elsewhere=elsewhere),
            is_counted=is_counted,
            judged=judged,
            months={document: months.get(document, "") for document in documents},
            channels=case.view.channels(documents),
            audit=audit_state(case, text, scope=Scope.ALL) if is_counted and counted.decided else None,
            roles=count_by_role(case.view, counted) if is_counted else (),
        )


def places(found: Dossier, only: PlaceFilter) -> tuple[Appearance, ...]:
    """Return the places of a name that are asked for, by document, page and place; mentions alone unless the level says otherwise."""
    wanted: Sequence[Appearance]
    if only.level == "undecided":
        wanted = found.counted.undecided_spans
    elif only.level == "rejected":
        wanted = _rejected(found)
    elif only.level == "decided":
        same = [place for place in found.counted.spans if found.judged.get(place.span) is Verdict.SAME]
        wanted = sorted([*same, *_rejected(found)], key=lambda place: _order(place.span))
    else:
        wanted = [place for place in found.counted.spans if only.level in {"", place.level}]
    written = " ".join(folded_words(only.variant))
    named_so = {place.span for each in found.roles if each.role.code == only.role for place in (*each.places, *each.undecided_places)}
    scripts = {" ".join(folded_words(variant.text)): variant.script for variant in found.counted.variants}

    def is_kept(place: Appearance) -> bool:
        folded = " ".join(folded_words(place.text))
        month = found.months.get(place.document, "")
        return (
            (not only.variant or folded == written)
            and only.script in {"", scripts.get(folded, "")}
            and (not only.month or month == ("" if only.month == "none" else only.month))
            and (not only.channel or only.channel in found.channels.get(place.document, ()))
            and only.document in {"", place.document}
            and (not only.role or place.span in named_so)
        )

    return tuple(place for place in wanted if is_kept(place))


def _rejected(found: Dossier) -> list[Appearance]:
    """Return the places that a person decided are somebody else's; what stands there is looked up when they are shown."""
    spans = sorted((span for span, verdict in found.judged.items() if verdict is Verdict.DIFFERENT), key=_order)
    return [Appearance(span.document, span.page, span.start, span.end, "", "partial", 0.0, NO_REASONS) for span in spans]


def _entity(case: OpenCase, type: MentionType, name: str) -> Entity | None:
    try:
        return entity_with(case, *find_key(case, name, [type]))
    except NotFoundError:
        if type is not MentionType.PERSON:
            raise
        return None


def _counted(case: OpenCase, type: MentionType, text: str, entity: Entity | None) -> tuple[Appearances, bool]:
    """Return how often a name appears, and whether it was looked for in every spelling."""
    if type is MentionType.PERSON:
        try:
            return replace(count_name(case, entity.leader if entity else text, scope=Scope.ALL), name=text), True
        except UsageError:  # What was taken for a person's name has no part by which it could be looked for, or two names.
            if entity is None:
                raise
    return replace(_as_found(case, type, text, entity), left_out=left_out(case, of_names=True)), False


def _as_found(case: OpenCase, type: MentionType, text: str, entity: Entity | None) -> Appearances:
    keys = [name.key for name in entity.names] if entity else []
    found = [
        Appearance(
            each.document, each.page, each.mention.start, each.mention.end, each.mention.text, "exact", each.mention.score, NO_REASONS
        )
        for each in (case.view.mentions_of(type, keys) if keys else ())
    ]
    documents = {place.document for place in found}
    counted = count(text, found, witnesses=witnesses(case.view, documents))
    months = months_of(case.view)
    channels = case.view.channels(sorted(documents))
    return replace(
        counted,
        by_month=_tally(months.get(place.document, "") for place in found),
        by_channel=_tally(channel for place in found for channel in channels.get(place.document, ())),
    )


def _tally(values: Iterable[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(values).items()))


def _order(span: Span) -> tuple[str, int, int]:
    return span.document, span.page, span.start
