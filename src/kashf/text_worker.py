"""What looks through texts inside the sandbox; joins the stages of texts and what finds names, as `bootstrap` does outside.

It is told what to look for by its own side, and holds no case: of one it gets the documents of its task, as bytes.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Protocol

from kashf.adapters.taggers.assembled import learnt_taggers, taggers_of
from kashf.domain.date import UNDATED
from kashf.domain.document import Page, Status
from kashf.domain.entity import MentionType
from kashf.domain.ids import DocumentId, content_id
from kashf.domain.letters.letter_lexicon import LetterLexicon
from kashf.language.tables.names import common_names
from kashf.ports.engines import Limits
from kashf.ports.taggers import Tagger
from kashf.ports.views import DocumentRecord
from kashf.services.ingest.looking.find_in_texts import TEXT_STAGES, find_in
from kashf.services.ingest.looking.found_parts import parted
from kashf.services.ingest.looking.sent_texts import SentText, unpacked_texts


def preload(*, english_model: bool = False) -> None:
    """Load all tables and look through a text of our own, so that every child begins with them; called once, before any text is seen."""
    find_in([_own_text()], _taggers(english_model=english_model))


class SendPart(Protocol):
    """How parts of an answer are handed over before it."""

    def member(self, head: Mapping[str, object], chunks: Iterable[bytes] | None) -> None:
        """Send a head and its bytes."""
        ...


def handle(task: Mapping[str, Any], files: Sequence[int], emit: SendPart) -> dict[str, object]:
    """Return the answer to a task of kind "look", as a JSON object.

    Args:
        task: From our own side, so it is trusted.
        files: What to look for, a model that was learnt, the documents.
        emit: Takes what is found in a long text, part by part, where this is asked for.

    Raises:
        ValueError: There is no such kind of task.
    """
    if task["kind"] != "look":
        raise ValueError("no such kind of task")
    settings, learnt, documents = (os.pread(file, os.fstat(file).st_size, 0) for file in files)
    said, most = json.loads(settings), (task.get("limits") or {}).get("rows", Limits().rows)
    accepted = [(text, MentionType(type)) for text, type in said["accepted"]]
    every = _taggers(english_model=said["english_model"])
    known = taggers_of(accepted, english_model=False) if accepted else ()
    names = {tagger.name for tagger in every}
    own = learnt_taggers(learnt if said["is_learnt"] else None)
    for tagger in own:
        tagger.tag("", language="")  # a model that cannot be loaded fails without any text
    taggers = (*every, *(tagger for tagger in known if tagger.name not in names), *own)
    found = find_in(unpacked_texts(documents), taggers, LetterLexicon.from_json(said["lexicon"]), most=most)
    if (task.get("params") or {}).get("in_parts"):
        for name, part in parted(found[0]):
            emit.member({"stage": name}, [part])
    return {"found": found}


@cache
def _taggers(*, english_model: bool) -> tuple[Tagger, ...]:
    """Return what finds names that no case knows, made once in a process and its children."""
    return taggers_of((), english_model=english_model)


def _own_text() -> SentText:
    """Return a text that takes its reader through as much as can be: a line a name, with what else stands on papers beside it."""
    names = (*common_names.GIVEN_NAMES.split(), *common_names.OTHER_GIVEN_NAMES.split())
    lines = [
        f"{name}: {number}/3/2014, No. {number}, $ {number} 000, dr {name} {name}, b{number}@example.org"
        for number, name in enumerate(names, 1)
    ]
    digest = content_id("own text")
    record = DocumentRecord(
        DocumentId(digest), "", 0, "text/plain", Status.DONE, "", "", 1, "digital", "", UNDATED, "", "", "ar", None, {}, {}
    )
    return SentText(record, (Page(1, "\n".join(lines)),), tuple(stage.name for stage in TEXT_STAGES))
