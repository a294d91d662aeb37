"""The box in which hostile files are opened: bubblewrap, else Landlock, each with a filter of system calls and limits.

A box holds one zygote, a Python with the parsers loaded that never opens a file. For each task it forks a child, which gets
open descriptors, opens nothing else, answers through one pipe and dies. Who does what:

    make        finds out what this machine can do and makes a Sandbox
    worker      one box in use: asks, listens within the limits, judges how it ended
    box         starts and ends the processes of one box
    bubblewrap  the command line of bubblewrap, and what its complaints mean
    seccomp     which system calls a child may use
    control     parent <-> zygote: messages and descriptors
    frames      child -> parent: fixed, length-prefixed frames
    zygote      inside: loads the parsers, forks, watches, kills
    child       inside: limits itself, then runs the handler
    kernel      inside: calls of the kernel that Python has no name for
    probes      inside: tries to break out, for `kashf doctor` and the tests
    model_boxes makes boxes for models that a user brought
    boundary    outside: runs the probes and says what held
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kashf.adapters.sandbox.make import make_sandbox as make_sandbox


def __getattr__(name: str) -> Any:
    # The zygote imports this package too, and must not load what only the parent needs.
    if name == "make_sandbox":
        from kashf.adapters.sandbox.make import make_sandbox

        return make_sandbox
    raise AttributeError(name)
