from kashf.domain.forms.template_fields import ANSWERED, FieldKind, FieldState, ValueType


def test_kin_are_sealed_and_read_as_names() -> None:
    kin = [kind for kind in FieldKind if kind.traits.is_kin]

    assert kin == [FieldKind.MOTHER, FieldKind.RELATIVE]
    assert all(kind.traits.is_sealed and kind.traits.is_role and kind.traits.type is ValueType.NAME for kind in kin)


def test_only_what_was_answered_belongs_to_a_denominator() -> None:
    assert {state for state in FieldState if state not in ANSWERED} == {
        FieldState.BLANK,
        FieldState.UNREADABLE,
        FieldState.NOT_FOUND,
        FieldState.NOT_ASKED,
    }
