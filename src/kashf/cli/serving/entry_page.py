"""How a browser is brought to the case without the address standing in any list of processes.

What a program is started with can be read by every user of the machine. So a browser is given the name of a page in a folder that only this
user may enter; the page leads on to the address that works once.
"""

from __future__ import annotations

import secrets
import shutil
import subprocess
import sys
import webbrowser
from html import escape
from pathlib import Path

from kashf.cli.serving.private_folder import write_private
from kashf.show.wording import wording

_PAGE = """<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={by_name}">
<title>kashf</title>
<p><a href="{by_name}">kashf</a></p>
<p dir="auto">{english} <a href="{by_number}">127.0.0.1</a></p>
<p dir="auto" lang="ar">{arabic} <a href="{by_number}">127.0.0.1</a></p>
"""


class EntryPage:
    """A page that leads on to an address that works once.

    Args:
        folder: Where only this user may enter.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path: Path | None = None

    def write(self, by_name: str, by_number: str) -> str:
        """Write the page in place of the one before, and return the address of the file."""
        self.remove()
        self._path = self._folder / f"{secrets.token_hex(8)}.html"
        words = {"english": escape(wording("en")("welcome.not_found")), "arabic": escape(wording("ar")("welcome.not_found"))}
        write_private(self._path, _PAGE.format(by_name=escape(by_name), by_number=escape(by_number), **words))
        return self._path.as_uri()

    def remove(self) -> None:
        """Remove the page, which has served its purpose."""
        if self._path:
            self._path.unlink(missing_ok=True)


def open_in_browser(address: str) -> None:
    """Open an address in the browser that the person uses; what that says is not ours to print."""
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if opener:
        subprocess.Popen([opener, address], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    else:
        webbrowser.open(address)
