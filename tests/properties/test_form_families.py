"""What holds of forms whatever is written on them."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.document import Origin, Span
from kashf.domain.forms.template_fields import FieldState
from kashf.entities.forms.find_families import FilledForms, PageTexts, find_families
from tests.unit.entities.forms.pages import ENTRY, document, filled

_VALUES = st.text(st.characters(codec="utf-8"), max_size=25)
_LINES = st.sampled_from(
    ["{number} {label}: {value}", "{label}: {value}", "{number}. {label} {value}", "{label}\t{value}", "{label}\n{value}"]
)


@st.composite
def _documents(draw: st.DrawFn) -> list[PageTexts]:
    line, count = draw(_LINES), draw(st.integers(2, 7))
    origin = draw(st.sampled_from(Origin))
    people = draw(st.lists(st.lists(_VALUES, min_size=len(ENTRY), max_size=len(ENTRY)), min_size=count, max_size=count))
    texts = [filled(ENTRY, person, line=line) for person in people]
    strangers = draw(st.lists(st.text(st.characters(codec="utf-8"), max_size=200), max_size=3))
    found = [document(*draw(st.permutations([text, *strangers[:1]])), origin=origin) for text in texts]
    return list({each.document: each for each in found}.values())


@given(_documents(), st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(texts: list[PageTexts], chance: random.Random) -> None:
    expected = find_families(texts)
    chance.shuffle(texts)

    assert expected == find_families(texts)


@given(_documents())
def test_spans_lie_on_their_page_and_none_covers_another(texts: list[PageTexts]) -> None:
    pages = {(each.document, page.number): page.text for each in texts for page in each.pages}

    for forms in find_families(texts).filled:
        spans = _spans(forms)
        assert all(span.end <= len(pages[span.document, span.page]) for span in spans)
        assert all(first.page < second.page or first.end <= second.start for first, second in pairwise(spans))


@given(_documents())
def test_each_record_has_a_value_for_each_field_verbatim(texts: list[PageTexts]) -> None:
    pages = {(each.document, page.number): page.text for each in texts for page in each.pages}
    found = find_families(texts)
    fields = {family.id: [field.key for field in family.fields] for family in found.families}

    for record in found.records:
        assert fields[record.family] == [value.field for value in record.values]
        for value in record.values:
            if value.span and value.text:
                assert value.text == pages[value.span.document, value.span.page][value.span.start : value.span.end]
            assert bool(value.text) or value.state in {FieldState.BLANK, FieldState.NOT_FOUND, FieldState.NOT_ASKED}


def _spans(forms: FilledForms) -> list[Span]:
    values = [value.span for record in forms.records for value in record.values if value.span]
    return sorted([*forms.printed, *values], key=lambda span: (span.page, span.start, span.end))
