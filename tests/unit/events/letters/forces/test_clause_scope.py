"""Polarity and modality of a clause, composed over all the words that stand over its deed; the sentences are this test's own."""

from __future__ import annotations

from typing import Final

import pytest

from kashf.domain.letters.instructions import Force
from tests.unit.events.letters.forces.clauses_by_scope import ARABIC, ENGLISH
from tests.unit.events.letters.other_hands import read

_ARABIC: Final = (
    "وزارة الري\nمديرية القنوات\nالرقم: 950/ق\nالتاريخ: 3/3/2014\nإلى مديرية الصيانة\nالموضوع: أعمال\n{}.\nمدير القنوات\nباسم الطحان\n"
)
_ENGLISH: Final = "DEPARTMENT OF ROADS\nRef: DR/9/2014\nDate: 7 June 2014\nTo: Depot Nine\nSubject: Works\n{}.\nJ. Morrow\nHead of Roads\n"


def forces(sentence: str) -> list[Force]:
    form = _ENGLISH if sentence.isascii() else _ARABIC
    return [act.force for act in read(form.format(sentence).replace("؟.", "؟").replace("?.", "?")).acts]


@pytest.mark.parametrize("item", ["{}", "1- {}"])
@pytest.mark.parametrize(("sentence", "wanted"), [*ARABIC, *ENGLISH])
def test_no_deed_is_told_as_its_opposite(sentence: str, wanted: str, item: str) -> None:
    found = forces(item.format(sentence))

    assert not found or found[0] in {*wanted.split(), Force.UNCLEAR}


def test_most_sentences_have_the_force_that_a_reader_gives_them() -> None:
    every = [*ARABIC, *ENGLISH]
    right = [sentence for sentence, wanted in every if (forces(sentence) or [Force.UNCLEAR])[0] in wanted.split()]

    assert len(right) >= len(every) - 3


def test_a_sentence_in_quotes_within_quotes_is_one_act() -> None:
    opened = "\n".join(f"إشارة إلى كتابكم رقم {nth}/ك تاريخ 1/1/2013 المتضمن كتاب: «" for nth in range(1, 4))

    assert [Force.FORBID] == forces(f"{opened}\nيمنع الخروج»»»")
