"""Mailboxes and what hangs on messages: mbox, Outlook's pst, msg and winmail.dat, attachments of mail and of PDF files."""

from __future__ import annotations

from kashf.ports.engines import Unpacker
from kashf.sandboxed.engines.attachments.mime import MailUnpacker, MboxUnpacker, SignedUnpacker
from kashf.sandboxed.engines.attachments.msg import MsgUnpacker
from kashf.sandboxed.engines.attachments.pdf import PdfUnpacker
from kashf.sandboxed.engines.attachments.pst import PstUnpacker
from kashf.sandboxed.engines.attachments.tnef import TnefUnpacker


def unpackers() -> tuple[Unpacker, ...]:
    """Return the engines for mailboxes and attachments."""
    return (MailUnpacker(), MboxUnpacker(), SignedUnpacker(), MsgUnpacker(), PstUnpacker(), TnefUnpacker(), PdfUnpacker())
