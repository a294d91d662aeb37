"""What is handed on of a case that was read without a sandbox says so itself."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from kashf.show.unsafe_mark import marked_drawing
from kashf.show.wording import wording


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_mark_is_the_last_thing_that_is_drawn(language: str) -> None:
    say = wording(language)

    drawing = ET.fromstring(marked_drawing(b'<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>\n', say))

    assert ["g", "text"] == [each.tag.partition("}")[2] for each in drawing]
    assert say("unsafe.mark") in str(drawing[1].text)
