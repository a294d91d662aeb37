"""What a box can see of this machine: Python, its libraries, kashf, and the data of OCR. Nothing of a case, a home or a service."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import kashf

#: Programs are left out on purpose: what is not there cannot be run, and the parser of office files would call tesseract if it saw it.
_SYSTEM = ("/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libx32", "/usr/share", "/usr/local/lib", "/usr/local/share", "/nix/store")
#: On most systems links into /usr.
_SYSTEM_LINKS = ("/lib", "/lib32", "/lib64", "/libx32")
_SYSTEM_FILES = ("/etc/ld.so.cache", "/etc/alternatives", "/etc/magic")

#: The whole environment of a box. The hash seed is fixed so that the same file reads the same way twice.
ENVIRONMENT: Mapping[str, str] = MappingProxyType(
    {
        "PATH": "/nonexistent",
        "HOME": "/nonexistent",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        # One box a core, so engines shall not start a thread a core each: on a large machine that is more than a child may have.
        "OMP_THREAD_LIMIT": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "RAYON_NUM_THREADS": "1",
        "TOKIO_WORKER_THREADS": "1",
    }
)

#: Java's random numbers, in the parser of office files, want both kinds at hand and fail without either.
DEVICES = ("/dev/null", "/dev/random", "/dev/urandom")

#: Where a box that may run programs has those it was given.
PROGRAMS = "/model"

#: What Landlock leaves readable beside the folders above.
KERNEL_FILES = ("/proc/meminfo", "/proc/cpuinfo", "/proc/stat", "/proc/sys/vm/overcommit_memory", *DEVICES)


@dataclass(frozen=True, slots=True)
class Layout:
    """Folders and files that are readable in a box, at the same place as outside.

    Args:
        readable: Existing absolute paths, none below another.
        links: Symbolic links to make: path to target.
        module_path: Where Python looks for modules beside its own library.
        programs: Folder outside that is seen in the box as PROGRAMS, and whose files may be run; None for a box that runs none.
    """

    readable: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    module_path: tuple[str, ...]
    programs: Path | None = None

    def python(self, *, socket_number: int) -> list[str]:
        """Return the command line of a zygote that talks on descriptor `socket_number`."""
        start = f"import sys; sys.path[:0] = {list(self.module_path)!r}; from kashf.adapters.sandbox.inside.zygote import main; main()"
        return [executable(), "-P", "-s", "-S", "-B", "-c", start, str(socket_number)]


def executable() -> str:
    """Return the real path of the running Python, past the links of a virtual environment."""
    return str(Path(sys.executable).resolve())


def layout(extra: Sequence[Path] = (), *, programs: Path | None = None) -> Layout:
    """Return what a box sees on this machine.

    Args:
        extra: Further folders of modules, for handlers that are no part of kashf.
        programs: As for Layout.
    """
    package = Path(kashf.__file__).resolve().parent
    packages = [path for path in sys.path if path.endswith(("site-packages", "dist-packages")) and Path(path).is_dir()]
    modules = [str(package.parent), *packages, *(str(path.resolve()) for path in extra)]
    links = tuple((path, str(Path(path).readlink())) for path in _SYSTEM_LINKS if Path(path).is_symlink())
    wanted = [
        *_SYSTEM,
        *(path for path in _SYSTEM_LINKS if not Path(path).is_symlink()),
        *_SYSTEM_FILES,
        executable(),
        *(() if sys.base_prefix == "/usr" else (sys.base_prefix,)),
        str(package),
        *modules[1:],
    ]
    return Layout(_topmost(path for path in wanted if Path(path).exists()), links, tuple(modules), programs)


def _topmost(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths without those below another, in order of length, so that a mount never hides an earlier one."""
    kept: list[str] = []
    for path in sorted(set(paths), key=lambda path: (len(Path(path).parts), path)):
        if not any(Path(path).is_relative_to(above) for above in kept):
            kept.append(path)
    return tuple(kept)
