"""What acts are made of a letter: its clauses, else the paper itself, and what others put on it."""

from __future__ import annotations

from dataclasses import replace

from kashf.domain.acts.act import Act, ActBasis, DayRule, WhoRule
from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force, Instruction, SpeechAct
from kashf.domain.letters.letter import AddedHand, Addressee, AddresseeKind, Letter, Signatory
from kashf.domain.letters.said import PaperDate, Said
from kashf.events.acts.acts_of_letter import acts_of_letter
from kashf.events.offices.office_index import OfficeIndex

DOCUMENT = DocumentId("a" * 64)


def _said(text: str) -> Said:
    return Said(text, Span(DOCUMENT, 1, 0, len(text)), "rule", 0.8)


def _acts(letter: Letter) -> tuple[Act, ...]:
    return acts_of_letter(DOCUMENT, letter, OfficeIndex.of([[each.text for each in letter.offices]]))


WRITTEN = PaperDate(_said("25 October 2014"), FuzzyDate.parse("2014-10-25"))
LETTER = Letter(
    offices=(_said("Province of the Banks"), _said("Office of Bridges")),
    written=WRITTEN,
    addressees=(Addressee(_said("Sector of the Ford"), AddresseeKind.OFFICE),),
)
ORDER = Instruction(_said("hand over the lorries"), "deliver", Force.ORDER)


def test_an_order_that_names_nobody_is_for_those_to_whom_the_paper_goes() -> None:
    (act,) = _acts(replace(LETTER, acts=(ORDER,)))

    assert (["Sector of the Ford"], WhoRule.ADDRESSEE) == ([each.text for each in act.who], act.who_rule)
    assert "province banks > office bridges" == act.office_id
    assert ("Office of Bridges", "2014-10-25", f"{DOCUMENT}.0") == (act.office and act.office.text, act.when.date.edtf(), act.id)


def test_a_quoted_order_is_of_its_author_and_its_addressee_is_not_known() -> None:
    quoted = replace(ORDER, author=_said("General Office"))

    (act,) = _acts(replace(LETTER, acts=(quoted,)))

    assert ("General Office", (), WhoRule.UNKNOWN) == (act.office and act.office.text, act.who, act.who_rule)


def test_what_is_told_as_done_was_done_by_who_writes_and_what_was_received_by_nobody_that_is_named() -> None:
    done, received = (replace(ORDER, force=force) for force in (Force.DONE, Force.RECEIVED))

    first, second = _acts(replace(LETTER, acts=(done, received)))

    assert (["Office of Bridges"], WhoRule.WRITER) == ([each.text for each in first.who], first.who_rule)
    assert ((), WhoRule.UNKNOWN) == (second.who, second.who_rule)


def test_a_paper_without_an_act_is_one_itself_and_one_with_acts_is_not() -> None:
    (paper,) = _acts(replace(LETTER, speech_act=SpeechAct.REPORT))
    (clause,) = _acts(replace(LETTER, speech_act=SpeechAct.ORDER, acts=(ORDER,)))

    assert (ActBasis.PAPER, "report", None, "25 October 2014") == (paper.basis, paper.kind, paper.force, paper.said.text)
    assert ["Sector of the Ford"] == [each.text for each in paper.whom]
    assert ActBasis.CLAUSE is clause.basis


def test_a_note_of_another_hand_is_an_act_on_its_own_day_and_of_no_day_without_one() -> None:
    day = PaperDate(_said("28 October 2014"), FuzzyDate.parse("2014-10-28"))
    hands = (AddedHand(_said("received"), "receipt", who=_said("Salim"), date=day), AddedHand(_said("seen"), "initials"))

    _, noted, seen = _acts(replace(LETTER, acts=(ORDER,), hands=hands))

    assert ("salim", "") == (noted.office_id, seen.office_id)
    assert (ActBasis.HAND, 1, "2014-10-28", DayRule.NAMED) == (noted.basis, noted.nth, noted.when.date.edtf(), noted.when.rule)
    assert (False, "2014-10-25") == (seen.is_dated, seen.written.edtf())


def test_who_signs_for_an_office_is_known_by_it_where_there_is_no_letterhead() -> None:
    letter = Letter(signatory=Signatory(post=_said("director"), office=_said("Office of Wells")))

    (act,) = _acts(letter)

    assert ("Office of Wells", "director") == (act.who[0].text, act.said.text)


def test_a_letter_of_which_nothing_is_shown_has_no_acts() -> None:
    assert () == _acts(Letter())
