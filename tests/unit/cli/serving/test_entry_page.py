"""A browser is brought to the case by a page that only its user can read."""

from __future__ import annotations

import stat
from pathlib import Path

from kashf.cli.serving.entry_page import EntryPage


def test_the_page_leads_on_and_only_its_user_may_read_it(tmp_path: Path) -> None:
    page = EntryPage(tmp_path)

    address = page.write("http://a.localhost:1/enter/x", "http://127.0.0.1:1/enter/x")

    (written,) = tmp_path.iterdir()
    assert written.as_uri() == address
    assert 0o600 == stat.S_IMODE(written.stat().st_mode)
    assert 'content="0; url=http://a.localhost:1/enter/x"' in written.read_text()
    assert "http://127.0.0.1:1/enter/x" in written.read_text()


def test_another_page_takes_the_place_of_the_one_before_and_the_last_is_removed(tmp_path: Path) -> None:
    page = EntryPage(tmp_path)

    first, second = (page.write(f"http://a.localhost:1/enter/{token}", "") for token in "xy")
    left = [each.as_uri() for each in tmp_path.iterdir()]
    page.remove()
    page.remove()

    assert first != second
    assert [second] == left
    assert [] == list(tmp_path.iterdir())
