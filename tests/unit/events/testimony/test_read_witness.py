"""Who testifies, and how he knows."""

import pytest

from kashf.domain.acts.act import Sight
from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.events.testimony.read_witness import sight_of, witness_on


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("محضر إفادة\nاسم الشاهد: سالم حمدان الوردي\nالمهنة: سائق\nأفاد الشاهد", "سالم حمدان الوردي", "سائق"),
        ("شهادة\nأنا كريم الحداد المقيم في المرج أشهد بأنني رأيت", "كريم الحداد", ""),
        ("Witness statement\nName of witness: Omar Salim\nOccupation: baker\nI saw it.", "Omar Salim", "baker"),
        ("Testimony\nThe trucks left at night.", "", ""),
        ("الشاهد: 12345", "", ""),
    ],
)
def test_a_witness_is_named_by_a_label_or_by_himself(text: str, name: str, role: str) -> None:
    found = witness_on(DocumentId("d"), [Page(1, text)], Letter())

    assert (name, role) == tuple(each.text if each else "" for each in (found.name, found.role))
    assert not found.name or text[found.name.span.start : found.name.span.end] == name


@pytest.mark.parametrize(
    ("clause", "sight"),
    [("رأيت بعيني رتلا", Sight.OWN), ("وسمعت من جاري أنهم رحلوا", Sight.HEARD), ("انسحب الحرس", Sight.UNTOLD)],
)
def test_a_witness_saw_or_heard_as_he_says(clause: str, sight: Sight) -> None:
    assert sight is sight_of(clause)
