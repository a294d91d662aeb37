"""Identifiers are covered by their form."""

import pytest

from kashf.domain.publication.redacted_patterns import RedactedPattern
from kashf.publish.redaction.identifier_patterns import pattern_spans

TEXT = "Yusuf, mail yusuf.d@example.org, tel. 0944 123 456"


@pytest.mark.parametrize(("pattern", "found"), [(RedactedPattern.MAILS, "yusuf.d@example.org"), (RedactedPattern.PHONES, "0944 123 456")])
def test_each_kind_is_found_and_no_other(pattern: RedactedPattern, found: str) -> None:
    assert [found] == [TEXT[start:end] for start, end in pattern_spans(TEXT, [pattern])]


def test_nothing_is_found_where_nothing_is_asked() -> None:
    assert [] == list(pattern_spans(TEXT, []))
