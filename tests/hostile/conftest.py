from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.adapters.sandbox import make_sandbox
from kashf.errors import SandboxError
from kashf.ports.runtime import Worker


@pytest.fixture(scope="module")
def box() -> Iterator[Worker]:
    """A worker with the real parsers in the real sandbox."""
    try:
        sandbox = make_sandbox()
    except SandboxError as error:
        pytest.skip(f"no sandbox on this machine: {error}")
    with sandbox.worker() as worker:
        yield worker


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the parsers' own user may look into."""
    path = tmp_path_factory.mktemp("hostile")
    path.chmod(0o755)
    return path
