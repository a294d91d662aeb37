"""What each command and each screen answers, as one shape for JSON: a screen may add to what its command gives, and changes none of it.

The keys are promised to scripts; docs/reference/commands.md lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from kashf.domain.document import Span
from kashf.domain.entries.delivery import Collection
from kashf.domain.ledger import format_time
from kashf.language.identifiers.spoken_digests import spoken
from kashf.language.recognising.language_runs import language_shares
from kashf.show.plain import Answer, plain
from kashf.show.translated_words import found_translation_answer

if TYPE_CHECKING:
    from kashf.domain.decisions import Conflict
    from kashf.domain.entity import PlacedMention
    from kashf.domain.left_out import LeftOut
    from kashf.entities.counting.appearances import Appearances
    from kashf.entities.counting.interval import Estimate
    from kashf.entities.network.links import Link
    from kashf.language.recognising.language_runs import LanguageRun
    from kashf.language.words.other_readings import UnseenNumber
    from kashf.ports.views import Totals
    from kashf.services.case.brought.additions import Addition
    from kashf.services.case.copies.letter_groups import LetterGroup
    from kashf.services.case.documents import Custody, Shown
    from kashf.services.case.heads.case_head import CaseHead
    from kashf.services.ledger.place_decisions import PlaceDecision
    from kashf.services.mail.threads import Correspondence, InThread
    from kashf.services.names.audit import AuditState
    from kashf.services.names.counting.by_role import RoleCount
    from kashf.services.names.keep_screening import KeptScreening
    from kashf.services.names.list import Named
    from kashf.services.names.network import Network
    from kashf.services.names.reviewing.posts import PostsQuestion
    from kashf.services.names.reviewing.questions import Question
    from kashf.services.search.about import AboutHit
    from kashf.services.search.find import Found, Hit
    from kashf.services.transcription.credits import PageCredit


def status_answer(
    totals: Totals, *, left_out: LeftOut, head: CaseHead, unknown_entries: int, received: Sequence[Addition], open_exceptions: int
) -> Answer:
    """Return where everything stands, with what is told beside it: what answers leave out, id and head of the case, each receipt."""
    answer: Answer = plain(totals)
    beside = {"left_out": left_out, "case": head.case, "unknown_entries": unknown_entries, "received": received}
    kept = {"head": head.head, "entries": head.entries, "words": spoken(head.head).replace("\n", " ")}
    return answer | beside | {"open_exceptions": open_exceptions} | kept


def names_answer(names: Sequence[Named], left_out: LeftOut) -> Answer:
    """Return who and what is named."""
    return {"names": names, "left_out": left_out}


def hit_answer(hit: Hit) -> Answer:
    """Return one hit of a search."""
    return {
        "document": hit.document,
        "page": hit.page,
        "start": hit.start,
        "end": hit.end,
        "score": hit.score,
        "snippet": hit.snippet,
        "snippet_start": hit.snippet_start,
        "sealed": hit.sealed,
        "highlights": hit.highlights,
        "why": [{"matched": why.matched, "by": why.by, "for": why.asked} for why in hit.why],
        "path": hit.path,
        "type": hit.type,
        "marked": hit.is_marked,
        "unsure": hit.is_unsure,
        "unseen": hit.unseen,
    }


def about_answer(hit: AboutHit) -> Answer:
    """Return what answers a search and is no text of a document: a file's name, or what it says about itself."""
    why = [{"matched": why.matched, "by": why.by, "for": why.asked} for why in hit.why]
    return {"document": hit.document, "in": hit.field, "text": hit.text, "why": why, "path": hit.path, "type": hit.type}


def found_answer(found: Found, filters: Mapping[str, str] = MappingProxyType({})) -> Answer:
    """Return what a search found, with the filters it was kept to beside its query, each with its values, where there are any."""
    kept = {"filters": {name: value.splitlines() for name, value in filters.items()}} if filters else {}
    return kept | {
        "query": found.query,
        "total": found.total,
        **({"days": found.days} if found.days else {}),
        "hits": [hit_answer(hit) for hit in found.hits],
        "about": [about_answer(hit) for hit in found.about],
        "about_total": found.about_total,
        "translated": [found_translation_answer(hit) for hit in found.translated.hits],
        "translated_total": found.translated.total,
        "tried": found.tried,
        "collection": found.collection,
        "elsewhere": found.elsewhere,
        "left_out": found.left_out,
        "advice": [{"code": each.code, "word": each.word, "meant": each.meant} for each in found.advice],
    }


def count_answer(counted: Appearances, estimate: Estimate | None) -> Answer:
    """Return a count with the place of every mention, and what an audit says of it; None where there was none."""
    answer: Answer = plain(counted)
    return answer | {"estimate": estimate}


def count_by_role_answer(counted: Appearances, estimate: Estimate | None, roles: Iterable[RoleCount]) -> Answer:
    """Return a count with the roles in which he is named."""
    return count_answer(counted, estimate) | {"roles": [role_answer(each) for each in roles]}


def role_answer(role: RoleCount) -> Answer:
    """Return how often somebody is named in a role: forms, mails or documents, and what that is out of."""
    answer: Answer = plain(role)
    return answer | {"role": role.role.code, "by": role.role.kind}


def document_answer(shown: Shown, translations: Sequence[Answer] = (), typists: Iterable[PageCredit] = ()) -> Answer:
    """Return a document with its pages, or the one that was asked for, what of them is translated, and who typed which."""
    found, unseen, languages = shown.record, shown.unseen(), shown.languages()
    return {
        "document": found.id,
        "sha256": found.id,
        "type": found.type,
        "status": found.status,
        "reason": found.reason,
        "detail": found.detail,
        "set_aside": shown.is_aside,
        "size_bytes": found.size_bytes,
        "paths": [custody.sighting.path for custody in shown.custody],
        "page_count": found.pages,
        "languages": _shares(run for runs in languages.values() for run in runs),
        "page_languages": [{"page": page, "languages": _shares(runs), "runs": runs} for page, runs in languages.items()],
        "pages": shown.pages,
        "second_readings": shown.second_readings,
        "translations": translations,
        "transcribed": [plain(each) for each in typists],
        "mentions": None if shown.mentions is None else _mentions(shown.mentions, unseen),
        "unseen": [{"page": page, **plain(each)} for page, numbers in unseen.items() for each in numbers],
        "messages": [plain(each) for each in shown.messages],
        "photo_session": plain(shown.photo) if shown.photo else None,
        "metadata": found.metadata,
        "engines": found.engines,
        "custody": [custody_answer(custody) for custody in shown.custody],
        "members": [{"document": seen.document, "path": seen.path, "reason": seen.reason} for seen in shown.members],
        "copies": [{"document": copy.id, "path": copy.name} for copy in shown.copies],
    }


def _shares(runs: Iterable[LanguageRun]) -> Answer:
    """Return the share of each language in the letters, to three places."""
    return {language: round(share, 3) for language, share in language_shares(runs).items()}


def custody_answer(custody: Custody) -> Answer:
    """Return how a document came into the case: by a receipt, or in a container."""
    seen, receipt = custody.sighting, custody.receipt
    return {
        "path": seen.path,
        "channel": str(receipt.body["channel"]) if receipt else None,
        "collection": str(receipt.body.get("collection", Collection.LEAK)) if receipt else None,
        "container": seen.parent,
        "receipt": receipt.id if receipt else None,
        "recorded": format_time(receipt.time) if receipt else None,
        "received": receipt.body["received"] if receipt else None,
        "by": receipt.actor if receipt else None,
        "modified": seen.modified,
        "capture": seen.capture,
    }


def network_answer(found: Network, links: Sequence[Link]) -> Answer:
    """Return who and what stands with a name, of its links those given."""
    return {
        "name": found.name,
        "documents": found.documents,
        "all_documents": found.all_documents,
        "names": found.names,
        "collection": found.collection,
        "elsewhere": found.elsewhere,
        "left_out": found.left_out,
        "links": [link_answer(link, found) for link in links],
    }


def link_answer(link: Link, found: Network) -> Answer:
    """Return one link of a network."""
    return {
        "type": link.other.type,
        "name": found.texts.get(link.other, link.other.key),
        "both": link.table.both,
        "expected": round(link.expected, 3),
        "other": link.table.second,
        "lift": round(link.lift, 2),
        "g2": round(link.g2, 2),
        "chance": link.chance,
        "adjusted": link.adjusted,
        "places": [[_cited(place) for place in places] for places in link.shown],
        "on_one_form": [found.on_one_form.get(places) for places in link.shown],
    }


def review_answer(
    questions: Sequence[Question],
    posts: Sequence[PostsQuestion],
    conflicts: Sequence[Conflict],
    *,
    people: Sequence[Answer],
    set_aside: int,
) -> Answer:
    """Return what there is to decide, also of `people` on forms, what contradicts itself, and how many files are in no answer."""
    return {"questions": questions, "posts": posts, "people": people, "conflicts": conflicts, "set_aside": set_aside}


def place_answers(found: Sequence[PlaceDecision]) -> tuple[Answer, ...]:
    """Return decisions on places of pages that were read anew: where each was taken, and where it is now or null for "needs a look"."""
    return tuple({"decision": each.judgement, "place": each.place, "needs_look": each.place is None} for each in found)


def screening_answer(kept: KeptScreening) -> Answer:
    """Return what came of a list of names, as numbers: hits are looked at one by one, and leave kashf in no list."""
    found = kept.found
    return {
        "list": kept.listed,
        "screened_before": kept.before,
        "recorded": kept.fault is None,
        "column": found.column,
        "entries": found.entries,
        "names": found.names,
        "hits": len(found.hits),
        "entries_with_hits": found.entries - len(found.silent),
        "silent": len(found.silent),
        "nameless": found.nameless,
        "collection": found.collection,
        "elsewhere": found.elsewhere,
        "left_out": found.left_out,
    }


def audit_answer(state: AuditState) -> Answer:
    """Return how far the audit of a name is, with the estimate so far."""
    audit = state.progress.audit
    return {
        "name": state.name,
        "hits": audit.hits,
        "looked_at": audit.looked_at,
        "right": audit.right,
        "unsure": state.progress.unsure,
        "pages": state.pages,
        "pages_read": state.progress.pages_read,
        "seen": audit.seen,
        "found": audit.found,
        "known": audit.known,
        "more_hits": state.progress.more_hits,
        "more_pages": state.progress.more_pages,
        "strata": {name: {"pages": pages, "read": read} for name, (pages, read) in state.strata.items()},
        "left_out_strata": state.left_out_strata,
        "estimate": state.estimate,
        "delta": state.delta,
        "collection": state.collection,
        "elsewhere": state.elsewhere,
        "set_aside": state.set_aside,
    }


def mail_answer(found: Correspondence) -> Answer:
    """Return threads of messages."""
    return {
        "threads": [
            {
                "subject": thread.subject,
                "first": thread.first,
                "last": thread.last,
                "messages": thread.messages,
                "ghosts": thread.ghosts,
                "entries": [_in_thread(entry) for entry in thread.entries],
            }
            for thread in found.threads
        ],
        "total": found.total,
        "messages": found.messages,
        "ghosts": found.ghosts,
        "waiting": found.waiting,
        "after": found.after,
        "elsewhere": found.elsewhere,
        "set_aside": found.set_aside,
    }


def _in_thread(entry: InThread) -> Answer:
    message, said = entry.message, entry.quotation
    told: Answer = {"depth": entry.depth, "is_ghost": message is None, "id": entry.id}
    if message is None:
        quotation = {"from": said.sender, "date": said.date, "subject": said.subject, "said": said.said} if said else None
        return told | {"cited_by": entry.cited_by, "quotation": quotation}
    return told | {
        "document": message.document,
        "from": message.sender,
        "to": message.recipients,
        "sent": message.sent,
        "is_zone_in_doubt": message.is_zone_in_doubt,
        "subject": message.subject,
        "is_draft": message.is_draft,
        "sent_as": entry.sent_as,
        "differences": entry.differences,
        "copies": entry.copies,
        "attachments": [{"document": seen.document, "path": seen.path, "reason": seen.reason} for seen in entry.attachments],
    }


def copies_answer(groups: Sequence[LetterGroup], left_out: LeftOut) -> Answer:
    """Return the groups of copies."""
    return {"groups": groups, "left_out": left_out}


def _mentions(mentions: Sequence[PlacedMention], unseen: Mapping[int, Sequence[UnseenNumber]]) -> dict[str, list[Answer]]:
    from kashf.services.names.list import mentions_by_type  # A search does without, and loads in half the time.

    return {
        type.value: [
            {
                "page": each.page,
                "start": each.mention.start,
                "end": each.mention.end,
                "text": each.mention.text,
                "key": each.key,
                "source": each.mention.source,
                "score": each.mention.score,
                "value": each.mention.value,
                "unseen": any(number.start < each.mention.end and each.mention.start < number.end for number in unseen.get(each.page, ())),
            }
            for each in found
        ]
        for type, found in mentions_by_type(mentions).items()
    }


def _cited(place: Span) -> str:
    return f"{place.document}#{place.page}:{place.start}-{place.end}"
