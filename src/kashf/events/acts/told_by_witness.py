"""The acts that a witness tells of: the witness is their source, and no office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kashf.domain.acts.act import Act, ActBasis, ActOrigin, ActWords, Sight, WhoRule
from kashf.domain.letters.letter import Letter
from kashf.events.testimony.read_witness import sight_of


def told_by_witness(acts: Sequence[Act], letter: Letter) -> Iterator[Act]:
    """Yield the acts of a document of what a witness told, as his: an office that wrote it down neither did nor ordered them.

    Args:
        acts: As they were read, like those of a letter.
        letter: What the document says.
    """
    name = letter.witness.name if letter.witness else None
    source = ActWords(name.text, name.span) if name else None
    for act in acts:
        if act.basis is ActBasis.HAND:
            yield act
            continue
        is_paper = act.basis is ActBasis.PAPER
        who = (source,) if is_paper and source else act.who if act.who_rule is WhoRule.NAMED else ()
        rule = (WhoRule.WRITER if is_paper else WhoRule.NAMED) if who else WhoRule.UNKNOWN
        yield replace(
            act,
            origin=ActOrigin.TESTIMONY,
            office=None,
            office_id="",
            who=who,
            who_rule=rule,
            whom=() if is_paper else act.whom,
            source=source,
            sight=Sight.UNTOLD if is_paper else sight_of(act.said.text),
        )
