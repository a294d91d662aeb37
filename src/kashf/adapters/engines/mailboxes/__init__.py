"""Mailboxes and what hangs on messages: mbox, Outlook's pst, msg and winmail.dat, attachments of mail and of PDF files."""

from __future__ import annotations

from kashf.adapters.engines.mailboxes.mime import MailUnpacker, MboxUnpacker
from kashf.adapters.engines.mailboxes.msg import MsgUnpacker
from kashf.adapters.engines.mailboxes.pdf import PdfUnpacker
from kashf.adapters.engines.mailboxes.pst import PstUnpacker
from kashf.adapters.engines.mailboxes.tnef import TnefUnpacker
from kashf.ports.engines import Unpacker


def unpackers() -> tuple[Unpacker, ...]:
    """Return the engines for mailboxes and attachments."""
    return (MailUnpacker(), MboxUnpacker(), MsgUnpacker(), PstUnpacker(), TnefUnpacker(), PdfUnpacker())
