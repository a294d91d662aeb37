"""A browser that keeps nothing: what it is told, what it is given, and that it is ended."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from kashf.cli.serving.private_browser import find_private_browser

#: Stands for a browser: tells what it was started with to whoever waits for that, and waits to be ended.
STUB = """#!/bin/sh
printf '%s\\n' "$@" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" > "{notes}"
exec sleep 600
"""


def stub(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a browser of this name, and no other, where programs are looked for; return the pipe that tells what it was told."""
    programs, notes = folder / "programs", folder / "notes"
    programs.mkdir()
    os.mkfifo(notes)
    (programs / name).write_text(STUB.format(notes=notes))
    (programs / name).chmod(0o755)
    for tool in ("sh", "sleep"):
        (programs / tool).symlink_to(f"/bin/{tool}")
    monkeypatch.setenv("PATH", str(programs))
    return notes


def told(pipe: Path) -> list[str]:
    """Wait until a browser is started, and return what it was told."""
    return pipe.read_text().splitlines()


def test_chromium_gets_a_profile_of_its_own_and_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = stub(tmp_path, "chromium", monkeypatch)
    browser = find_private_browser(tmp_path)
    assert browser is not None

    browser.open("file:///page.html")
    said = told(notes)
    browser.close()

    profile = tmp_path / "profile"
    assert {f"--user-data-dir={profile}", "--incognito", "--disable-sync", "--no-first-run", "file:///page.html"} <= set(said)
    assert [str(tmp_path / "beside")] * 2 == said[-2:]
    assert 0o700 == stat.S_IMODE(profile.stat().st_mode)
    wanted = json.loads((profile / "Default" / "Preferences").read_text())
    assert (False, False, 5) == (
        wanted["browser"]["enable_spellchecking"],
        wanted["spellcheck"]["use_spelling_service"],
        wanted["session"]["restore_on_startup"],
    )
    assert [-15] == [each.returncode for each in browser._started]


def test_firefox_gets_a_profile_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = stub(tmp_path, "firefox-esr", monkeypatch)
    browser = find_private_browser(tmp_path)
    assert browser is not None

    browser.open("file:///page.html")
    said = told(notes)
    browser.close()

    assert ["--profile", str(tmp_path / "profile"), "--new-instance", "--private-window", "file:///page.html"] == said[:-2]
    written = (tmp_path / "profile" / "user.js").read_text()
    assert 'user_pref("browser.privatebrowsing.autostart", true);\n' in written
    assert 'user_pref("layout.spellcheckDefault", 0);\n' in written


def test_a_second_address_is_opened_in_the_same_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = stub(tmp_path, "google-chrome", monkeypatch)
    browser = find_private_browser(tmp_path)
    assert browser is not None

    for address in ("file:///one.html", "file:///two.html"):
        browser.open(address)
        assert address in told(notes)
    browser.close()

    assert [-15, -15] == [each.returncode for each in browser._started]


def test_another_browser_is_none_that_can_be_told_to_keep_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stub(tmp_path, "konqueror", monkeypatch)

    assert find_private_browser(tmp_path) is None
