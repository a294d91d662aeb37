from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.forms.form_families import RecordId
from kashf.domain.ids import DocumentId
from kashf.entities.form_people.compare_people import PersonVerdict
from kashf.entities.form_people.people_bounds import bound_people, joined_places
from kashf.entities.form_people.people_pairs import people_pairs
from kashf.entities.form_people.told_person import ToldPerson

#: Each in the spellings that forms have.
_NAMES = (
    ("سالم حسن القوري", "Salim Hasan al-Quri", "سالم حسن القورى"),
    ("خالد حسن القوري", "Khalid Hassan al-Quri"),
    ("ياسر عمر الجبلي", "Yasser Omar al-Jabali", "ياسر الجبلي"),
    ("سالم", "Salim"),
    ("وليد كريم النوراني", "Walid Karim al-Nurani"),
)
_MOTHERS = (("مريم", "Mariam"), ("زينب القوري", "Zaynab al-Quri"), ("سعاد",))
_BIRTHS = (dt.date(1990, 5, 2), dt.date(1990, 11, 30), dt.date(1971, 1, 7))

_MEN = st.lists(
    st.tuples(st.sampled_from(_NAMES), st.sampled_from(_MOTHERS), st.sampled_from(_BIRTHS), st.sampled_from(("", "1", "2"))),
    min_size=1,
    max_size=5,
)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[ToldPerson], int]:
    """Return forms that say nothing false, and of how many men they are: each says as much as it likes, in a spelling of its own."""
    men = draw(_MEN)
    forms: list[ToldPerson] = []
    for names, mothers, birth, phone in men:
        for _ in range(draw(st.integers(1, 3))):
            born = draw(st.sampled_from((UNDATED, FuzzyDate.on(birth), FuzzyDate.parse(f"{birth.year}"))))
            record = RecordId(DocumentId(f"{len(forms):064x}"))
            phones = frozenset(filter(None, [draw(st.sampled_from(("", phone)))]))
            forms.append(ToldPerson(record, draw(st.sampled_from(("", *names))), draw(st.sampled_from(("", *mothers))), born, phones))
    return forms, len(men)


@given(worlds())
def test_the_number_of_men_lies_within_the_bounds(world: tuple[list[ToldPerson], int]) -> None:
    forms, men = world
    pairs = people_pairs(forms)
    homes = tuple(range(len(forms)))
    proposals = [pair for pair, each in pairs.open.items() if each.verdict is PersonVerdict.PROPOSED]

    bounds = bound_people(homes, pairs.open, joined_places(len(forms), proposals), pairs.uncompared)

    assert bounds.least <= men <= bounds.most
    assert bounds.least <= bounds.proposed <= bounds.most
