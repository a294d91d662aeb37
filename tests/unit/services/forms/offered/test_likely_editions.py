from __future__ import annotations

from kashf.domain.forms.form_families import Family, FamilyId, FamilyKind, TemplateField
from kashf.domain.forms.template_fields import FieldKey
from kashf.services.forms.joined_families import joined_families
from kashf.services.forms.offered.likely_editions import likely_editions
from kashf.services.forms.told_families import FormFamily

OLD = ("Name", "Nationality", "Date of birth", "Remarks")


def family(id: str, *labels: str, kind: FamilyKind = FamilyKind.FORM) -> FormFamily:
    fields = tuple(TemplateField(FieldKey(label.casefold()), label) for label in labels)
    (joined,) = joined_families([Family(FamilyId(id * 12), kind, "", fields, (), 9, 9)], ())
    return FormFamily(joined, 9, 9, 9, {}, 0)


def test_a_family_that_asks_most_of_what_another_asks_may_be_an_edition_of_it() -> None:
    (likely,) = likely_editions([family("a", *OLD), family("b", *OLD, "Blood group")])

    assert (("a" * 12, "b" * 12), 4, ()) == ((likely.left.id, likely.right.id), likely.same, likely.pairs)


def test_what_is_asked_in_other_words_is_paired_so_that_a_person_says_whether_it_is_one() -> None:
    (likely,) = likely_editions([family("a", *OLD), family("b", "الاسم", "الجنسية", "تاريخ الولادة", "ملاحظات")])

    assert [("name", "الاسم"), ("nationality", "الجنسية"), ("date of birth", "تاريخ الولادة")] == [
        (left.key, right.key) for left, right in likely.pairs
    ]


def test_a_name_and_a_birth_alone_make_no_edition_nor_does_a_register() -> None:
    other = family("b", "Name", "Date of birth", "Ward", "Doctor", "Bed", "Nationality", "Diagnosis", "Fever", "Diet")

    assert () == likely_editions([family("a", *OLD), other])
    assert () == likely_editions([family("a", *OLD), family("c", *OLD, kind=FamilyKind.REGISTER)])
