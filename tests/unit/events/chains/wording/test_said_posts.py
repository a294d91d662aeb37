"""The post of which a paper tells, without what stands before it."""

from __future__ import annotations

import pytest

from kashf.events.chains.wording.said_posts import post_said
from tests.unit.events.chains.made_letters import letters_of

HEAD = "دولة السهل\nديوان التعليم\nالرقم ٥٥١\nالتاريخ ٢ رجب ١٤٣٦هـ\n"


@pytest.mark.parametrize("text", ["تقرر عزل مروان الصفدي عن مدير المكتب", "تقرر تكليف نزار الكاتب بمهام مدير المكتب / ديوان الجند"])
def test_who_leaves_a_post_and_who_comes_into_it_show_one_post(text: str) -> None:
    ((_, letter),) = letters_of(HEAD + text)

    assert ["مدير المكتب"] == [post_said(act) for act in letter.acts]
