"""Files of keys are read as people write them, and what is no key is told."""

from __future__ import annotations

import pytest

from kashf.adapters.age.age_keys import identities_in, key_lines, new_identity, recipients_of
from kashf.errors import UsageError


def test_keys_are_read_with_remarks_and_blanks_around_them() -> None:
    secret, public = new_identity()

    assert [secret] == key_lines(f"# created: today\n  # public key: {public}\n\n {secret} \n")
    assert [secret] == [str(each) for each in identities_in(f"# created: today\n  # public key: {public}\n\n {secret} \n")]
    assert [public] == [str(each) for each in recipients_of([public])]


def test_what_is_no_key_and_nothing_are_told() -> None:
    secret, public = new_identity()
    for text in ("", "# nothing", public, f"{secret}\nnonsense"):
        with pytest.raises(UsageError):
            identities_in(text)
    for key in ("", "age1", secret):
        with pytest.raises(UsageError):
            recipients_of([key])
