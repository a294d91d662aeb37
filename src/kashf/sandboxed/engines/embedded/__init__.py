"""What lies inside documents and is read by itself: pictures, files and objects of other programs."""

from __future__ import annotations

from kashf.ports.engines import Unpacker
from kashf.sandboxed.engines.embedded.data_uris import DataUriUnpacker
from kashf.sandboxed.engines.embedded.ole import OleUnpacker
from kashf.sandboxed.engines.embedded.packages import PackageUnpacker
from kashf.sandboxed.engines.embedded.rtf import RtfUnpacker


def unpackers() -> tuple[Unpacker, ...]:
    """Return the engines that take pictures and embedded files out of documents."""
    return (PackageUnpacker(), OleUnpacker(), RtfUnpacker(), DataUriUnpacker())
