"""A case that leaves for another program has its documents and groups, and nobody who is named in them."""

from __future__ import annotations

import json
from pathlib import Path

from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.services.publication.exchange_case import exchange_case
from tests.fakes import FakeCaseView
from tests.searchable import case_of

TEXT = "Layla Haddad of the Wells Office, 0944123456"


def test_people_and_identifiers_stay_and_are_counted(tmp_path: Path) -> None:
    case = case_of(tmp_path, TEXT)
    view = case.view
    assert isinstance(view, FakeCaseView)
    (document,) = view.known

    def named(type: MentionType, text: str) -> PlacedMention:
        start = TEXT.index(text)
        return PlacedMention(document, 1, NameKey(text.lower()), Mention(start, start + len(text), text, type, "rules", 1.0))

    view.named = [
        named(MentionType.PERSON, "Layla Haddad"),
        named(MentionType.GROUP, "Wells Office"),
        named(MentionType.PHONE, "0944123456"),
    ]

    found = exchange_case(case)
    schemata = sorted(json.loads(line)["schema"] for line in found.content.splitlines())

    assert ["Document", "Mention", "Organization"] == schemata
    assert (1, {MentionType.PERSON: 1, MentionType.PHONE: 1}) == (found.mentions, dict(found.withheld))
    assert not any(word in found.content for word in (b"Layla", b"0944123456"))
