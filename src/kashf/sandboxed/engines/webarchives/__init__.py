"""Archives of the web: what was fetched, from where, when and by which tool, and whether it still is what the archive once hashed.

`records`   the records of WARC and of ARC, its forerunner
`http_answers`  what a server sent: status, headers, and the body as it was before it was packed for the way
`fetched_body`  what was fetched, against its hashes and unpacked
`hashes`    the hashes that archives state, held against the bytes
`warc`      WARC and ARC files
`wacz`      packages of WARC files with an index and hashes
"""

from __future__ import annotations

from kashf.ports.engines import Reader, Unpacker
from kashf.sandboxed.engines.webarchives.wacz import WaczReader, WaczUnpacker
from kashf.sandboxed.engines.webarchives.warc import WarcReader, WarcUnpacker


def readers() -> tuple[Reader, ...]:
    """Return the readers of what archives of the web say of themselves."""
    return (WarcReader(), WaczReader())


def unpackers() -> tuple[Unpacker, ...]:
    """Return the unpackers of what they hold."""
    return (WarcUnpacker(), WaczUnpacker())
