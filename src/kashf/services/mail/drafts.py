"""What was drafted beside what was sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.language.marks.repeated_mail import own_passages
from kashf.services.case.messages import Message

#: Words of each text that are compared, and differences that are told, each of so many words.
_WORDS, _TOLD, _LONGEST = 4000, 20, 60


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that only one of two texts has: those of the draft, and those of the message that was sent, at one place."""

    draft: str
    sent: str


def sent_for(known: Sequence[Message]) -> Mapping[DocumentId, DocumentId]:
    """Return for each draft the message that was sent in its place: same subject, same sender and recipients, nearest in time."""
    sent: dict[tuple[str, frozenset[str]], list[Message]] = defaultdict(list)
    for message in known:
        if not message.is_draft:
            sent[_about(message)].append(message)
    drafts = [(message, _nearest(message, sent.get(_about(message), ()))) for message in known if message.is_draft]
    return {draft.document: found[0].document for draft, found in drafts if found}


def differences(draft: Sequence[Page], sent: Sequence[Page]) -> tuple[Difference, ...]:
    """Return where what was written in a draft and what was sent differ, in order; quoted mail is left aside."""
    left, right = (" ".join(own_passages(pages)).split()[:_WORDS] for pages in (draft, sent))
    found = (Difference(_cut(left[a:b]), _cut(right[c:d])) for kind, a, b, c, d in _steps(left, right) if kind != "equal")
    return tuple(each for _, each in zip(range(_TOLD), found, strict=False))


def _steps(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    yield from SequenceMatcher(None, left, right, autojunk=False).get_opcodes()


def _about(message: Message) -> tuple[str, frozenset[str]]:
    return message.topic, message.addressees


def _nearest(draft: Message, sent: Sequence[Message]) -> list[Message]:
    """Return the messages that may have come of a draft, the likeliest first: by the same sender where both say one."""
    same = [each for each in sent if not (draft.address and each.address) or draft.address == each.address]
    drafted = draft.moment
    return sorted(same, key=lambda each: (abs((each.moment - drafted).total_seconds()) if each.moment and drafted else 0.0, each.document))


def _cut(words: Sequence[str]) -> str:
    return " ".join(words[:_LONGEST]) + (" …" if len(words) > _LONGEST else "")
