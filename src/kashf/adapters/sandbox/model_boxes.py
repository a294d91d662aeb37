"""Boxes in which models that a user brought run: a model is a stranger's program, like a leaked file."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from kashf.adapters.sandbox.box_worker import BoxWorker
from kashf.adapters.sandbox.make import make_sandbox
from kashf.domain.models.installed import Model, RunBy
from kashf.errors import UsageError

_ONNX_HANDLER: Final = "kashf.sandboxed.models.onnx_lines"
_COMMAND_HANDLER: Final = "kashf.sandboxed.models.command_runner"


class SandboxModelBoxes:
    """Makes a box for each run.

    Args:
        accept_unsafe: As for `make_sandbox`; a command is never run outside bubblewrap.
    """

    def __init__(self, *, accept_unsafe: bool = False) -> None:
        self._accept_unsafe = accept_unsafe

    def worker(self, model: Model, folder: Path) -> BoxWorker:
        """Return a worker in whose box the model can be run.

        Raises:
            SandboxError: The box cannot be made.
            UsageError: onnxruntime is not installed.
        """
        if model.run_by is RunBy.COMMAND:
            return make_sandbox(handler=_COMMAND_HANDLER, programs=folder).worker()
        if not has_onnxruntime():
            raise UsageError("an ONNX model needs onnxruntime: pip install 'kashf[models]'", code="no-onnxruntime")
        return make_sandbox(accept_unsafe=self._accept_unsafe, handler=_ONNX_HANDLER).worker()


def has_onnxruntime() -> bool:
    """Return whether onnxruntime is installed; it is looked for, not loaded."""
    return find_spec("onnxruntime") is not None
