"""Does the stages that need nothing but a text and what finds names: what runs in a worker. Text in, findings out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any

from kashf.domain.entity import PlacedMention
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.ports.engines import Limits
from kashf.ports.stages import ARCHIVE, DATES, INDEX, LETTERS, LOGGED, MAIL, NAMES, RunStage
from kashf.ports.taggers import Tagger
from kashf.ports.views import TextsView
from kashf.services.case.brought.whose_archive import look_for_signs
from kashf.services.case.messages import look_at
from kashf.services.dates.keep_dates import keep_dates
from kashf.services.ingest.looking.sent_passages import passage_rows
from kashf.services.ingest.looking.sent_texts import SentText, SentView
from kashf.services.letters.keep_letters import keep_letters
from kashf.services.names.finding.tag import look_through
from kashf.services.registers.keep_logged import keep_logged

#: The stages that can be done of a text alone; a new one is named here.
TEXT_STAGES = (INDEX, MAIL, NAMES, ARCHIVE, LETTERS, LOGGED, DATES)


def find_in(
    sent: Sequence[SentText], taggers: Sequence[Tagger], lexicon: LetterLexicon = NO_LEXICON, *, most: int = Limits().rows
) -> list[dict[str, list[list[Any]]]]:
    """Return what each stage finds in each document, for JSON: rows by the name of the stage, in the order in which they were sent.

    Args:
        sent: Documents; hostile.
        taggers: What finds names.
        lexicon: Words of the case's letters beside those of the tables.
        most: Rows of one stage of one document that are kept; one more is sent, which tells that there are more.
    """
    stages = _stages(SentView(sent), taggers, lexicon)
    return [{name: _found(stages, name, each, most) for name in each.stages} for each in sent]


def _found(stages: Mapping[str, RunStage], name: str, sent: SentText, most: int) -> list[list[Any]]:
    return passage_rows(sent.indexable) if name == INDEX.name else _rows(stages[name], sent, most)


def _stages(view: TextsView, taggers: Sequence[Tagger], lexicon: LetterLexicon) -> Mapping[str, RunStage]:
    return {
        MAIL.name: partial(look_at, view),
        NAMES.name: partial(look_through, view, taggers=taggers),
        ARCHIVE.name: partial(look_for_signs, view),
        LETTERS.name: partial(keep_letters, view, lexicon=lexicon),
        LOGGED.name: partial(keep_logged, view),
        DATES.name: partial(keep_dates, view, lexicon=lexicon),
    }


def _rows(run: RunStage, sent: SentText, most: int) -> list[list[Any]]:
    rows = islice((row for _, found in run([sent.record.id]) for row in found), most + 1)
    return [list(_mention_row(row) if isinstance(row, PlacedMention) else row) for row in rows]


def _mention_row(placed: PlacedMention) -> Iterator[Any]:
    """Yield what `check_found` makes a mention of; its words are those at its place."""
    mention = placed.mention
    yield from (placed.page, mention.start, mention.end, placed.key, mention.type, mention.source, mention.score)
    yield _bare(mention.value)


def _bare(part: Any) -> Any:
    """Return a value of a mention, which cannot be changed, as JSON can hold it."""
    if isinstance(part, Mapping):
        return {name: _bare(each) for name, each in part.items()}
    return [_bare(each) for each in part] if isinstance(part, tuple | list) else part
