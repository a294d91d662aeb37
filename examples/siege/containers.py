"""Files that hold files: ZIP, tar.gz, mail with attachments, mailboxes. Every time in them is fixed."""

import datetime as dt
import gzip
import tarfile
import zipfile
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import sha256
from io import BytesIO
from random import Random

from examples.siege.dates import any_day
from examples.siege.document import Document, Made
from examples.siege.text import SOFT_BREAK

Members = tuple[tuple[str, Made], ...]

_TYPES = {
    "pdf": ("application", "pdf"),
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "jpg": ("image", "jpeg"),
    "png": ("image", "png"),
    "tif": ("image", "tiff"),
    "zip": ("application", "zip"),
}


def write_zip(members: Members, rng: Random) -> Made:
    """Return the members as a ZIP."""
    stream = BytesIO()
    day = any_day(rng)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, made in members:
            archive.writestr(zipfile.ZipInfo(name, (day.year, day.month, day.day, 9, 30, 0)), made.data, zipfile.ZIP_DEFLATED)
    return Made.container(stream.getvalue(), members)


def write_tar(members: Members, rng: Random) -> Made:
    """Return the members as a tar.gz."""
    stream = BytesIO()
    modified = int(dt.datetime.combine(any_day(rng), dt.time(9), dt.UTC).timestamp())
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, made in members:
            entry = tarfile.TarInfo(name)
            entry.size, entry.mtime = len(made.data), modified
            archive.addfile(entry, BytesIO(made.data))
    return Made.container(gzip.compress(stream.getvalue(), mtime=0), members)


def write_eml(body: Document, attachments: Members, rng: Random) -> Made:
    """Return a mail with this body and these attachments."""
    text = body.whole().translated({ord(SOFT_BREAK): "\n"})
    message = EmailMessage()
    message["From"], message["To"] = _address(rng), _address(rng)
    message["Subject"] = body.title
    sent = dt.datetime.combine(body.day, dt.time(rng.randrange(6, 23), rng.randrange(60)), dt.UTC)
    message["Date"] = format_datetime(sent)
    key = sha256(text.words.encode()).hexdigest()[:24]
    message["Message-ID"] = f"<{key}@mail.nahristan.example>"
    message.set_content(text.words, cte=rng.choice(("base64", "quoted-printable", "8bit")))
    for name, made in attachments:
        maintype, subtype = _TYPES.get(name.rsplit(".", 1)[-1], ("application", "octet-stream"))
        message.add_attachment(made.data, maintype=maintype, subtype=subtype, filename=name)
    if attachments:
        message.set_boundary(f"==={key}==")
    return Made.container(message.as_bytes(), attachments, text)


def write_mbox(messages: tuple[Made, ...], rng: Random) -> Made:
    """Return mails as a mailbox; its members are called 1, 2, 3 and so on."""
    day = any_day(rng)
    stamp = f"{day:%a %b} {day.day:2} 10:00:00 {day.year}"
    blocks = (f"From courier@mail.nahristan.example {stamp}\n".encode() + _quoted(message.data) + b"\n" for message in messages)
    members = tuple((str(number), message) for number, message in enumerate(messages, start=1))
    return Made.container(b"".join(blocks), members)


def _quoted(message: bytes) -> bytes:
    lines = (b">" + line if line.startswith(b"From ") else line for line in message.splitlines(keepends=True))
    return b"".join(lines)


def _address(rng: Random) -> str:
    local = rng.choice(("desk", "archive", "courier", "stores", "signals", "clinic", "diwan", "reports"))
    return f"{local}{rng.randrange(1, 60)}@{rng.choice(('mail', 'post', 'office'))}.nahristan.example"
