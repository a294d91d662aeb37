"""A browser that keeps nothing: with a profile of its own in a private folder, which is wiped when the server ends."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kashf.cli.serving.private_folder import write_private

#: Seconds in which a browser may end by itself.
_PATIENCE_SECONDS: Final = 10

#: Nothing of the session outlives the window, nothing is fetched from anywhere, and no other address is found at all.
_CHROMIUM_FLAGS: Final = (
    *("--incognito", "--no-first-run", "--no-default-browser-check", "--disable-sync", "--disable-background-networking"),
    *(
        "--disable-component-update",
        "--disable-breakpad",
        "--disable-crash-reporter",
        "--disable-extensions",
        "--disable-domain-reliability",
    ),
    *("--disable-client-side-phishing-detection", "--no-pings", "--no-proxy-server", "--password-store=basic", "--disk-cache-size=1"),
    "--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost, EXCLUDE 127.0.0.1",
)
#: Spell checkers learn words and may ask a service; sessions are not restored; nothing is filled in, suggested or fetched ahead.
_CHROMIUM_PREFERENCES: Final = {
    "autofill": {"profile_enabled": False, "credit_card_enabled": False},
    "browser": {"enable_spellchecking": False},
    "credentials_enable_service": False,
    "download": {"prompt_for_download": True},
    "net": {"network_prediction_options": 2},
    "safebrowsing": {"enabled": False},
    "search": {"suggest_enabled": False},
    "session": {"restore_on_startup": 5},
    "spellcheck": {"dictionaries": [], "use_spelling_service": False},
    "translate": {"enabled": False},
}
_FIREFOX_PREFERENCES: Final = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutConfig.showWarning": False,
    "browser.cache.disk.enable": False,
    "browser.formfill.enable": False,
    "browser.pagethumbnails.capturing_disabled": True,
    "browser.privatebrowsing.autostart": True,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.suggest.enabled": False,
    "browser.sessionstore.enabled": False,
    "browser.sessionstore.privacy_level": 2,
    "browser.sessionstore.resume_from_crash": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "layout.spellcheckDefault": 0,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.prefetch-next": False,
    "network.proxy.type": 0,
    "places.history.enabled": False,
    "signon.rememberSignons": False,
    "toolkit.telemetry.enabled": False,
}


@dataclass(frozen=True, slots=True)
class BrowserFamily:
    """A family of browsers that can be told to keep nothing.

    Args:
        programs: Their names, the most usual first.
        prepare: Writes a profile into a new folder.
        command: What follows the program: for a profile and an address.
    """

    programs: tuple[str, ...]
    prepare: Callable[[Path], None]
    command: Callable[[Path, str], Sequence[str]]


def _prepare_chromium(profile: Path) -> None:
    (profile / "Default").mkdir(mode=0o700)
    write_private(profile / "Default" / "Preferences", json.dumps(_CHROMIUM_PREFERENCES))


def _prepare_firefox(profile: Path) -> None:
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in _FIREFOX_PREFERENCES.items())
    write_private(profile / "user.js", "".join(lines))


FAMILIES: Final = (
    BrowserFamily(
        ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "brave-browser", "microsoft-edge"),
        _prepare_chromium,
        lambda profile, address: (f"--user-data-dir={profile}", *_CHROMIUM_FLAGS, address),
    ),
    BrowserFamily(
        ("firefox", "firefox-esr"),
        _prepare_firefox,
        lambda profile, address: ("--profile", str(profile), "--new-instance", "--private-window", address),
    ),
)


@dataclass(slots=True)
class PrivateBrowser:
    """A browser whose profile is ours.

    Args:
        program: Where it is.
        kind: What it understands.
        folder: A private folder; the profile and what the browser caches beside it go there.
    """

    program: str
    kind: BrowserFamily
    folder: Path
    _started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def open(self, address: str) -> None:
        """Open an address in it."""
        profile = self.folder / "profile"
        if not profile.exists():
            profile.mkdir(mode=0o700)
            self.kind.prepare(profile)
        command = [self.program, *self.kind.command(profile, address)]
        # What it notes of files (recently used, thumbnails, shaders) goes where it is wiped, too.
        places = {name: str(self.folder / "beside") for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
        with Path(os.devnull).open("r+b") as quiet:
            started = subprocess.Popen(  # In a session of its own: Ctrl+C is for us, and we end it.
                command, env={**os.environ, **places}, start_new_session=True, stdin=quiet, stdout=quiet, stderr=quiet
            )
        self._started.append(started)

    def close(self) -> None:
        """End it, so that nothing writes into its profile any more."""
        for each in self._started:
            for way in (signal.SIGTERM, signal.SIGKILL):
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(each.pid, way)
                with suppress(subprocess.TimeoutExpired):
                    each.wait(_PATIENCE_SECONDS)
                    break


def find_private_browser(folder: Path) -> PrivateBrowser | None:
    """Return a browser of this machine that can be told to keep nothing; None when there is none."""
    found = ((shutil.which(name), kind) for kind in FAMILIES for name in kind.programs)
    return next((PrivateBrowser(program, kind, folder) for program, kind in found if program), None)
