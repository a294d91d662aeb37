"""Acts that a witness tells of."""

from kashf.domain.acts.act import Act, ActOrigin, Sight
from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.events.acts.acts_of_letter import acts_of_letter
from kashf.services.letters.keep_letters import letter_on

STATEMENT = """مديرية الأمن العام
محضر إفادة
التاريخ: ١٢ أيار ٢٠١٤م
اسم الشاهد: سالم حمدان الوردي
وقد انسحب الحرس من الحاجز ليلا.
"""
HEARD = """Witness statement
Date: 3 June 2015
Name of witness: Karim Haddad
I was told by my cousin that the guards withdrew from the bridge on 4 May 2015.
"""


def told(text: str) -> tuple[Act, ...]:
    letter = letter_on(DocumentId("a" * 64), [Page(1, text)], type="text/plain")
    return acts_of_letter(DocumentId("a" * 64), letter) if letter else ()


def test_what_a_witness_tells_is_his_and_no_act_of_the_office_that_wrote_it_down() -> None:
    acts = told(STATEMENT)

    assert acts
    assert {ActOrigin.TESTIMONY} == {act.origin for act in acts}
    assert {"سالم حمدان الوردي"} == {act.source.text for act in acts if act.source}
    assert [None] * len(acts) == [act.office for act in acts]


def test_what_others_told_a_witness_is_told_as_heard() -> None:
    assert {Sight.HEARD} == {act.sight for act in told(HEARD)}
