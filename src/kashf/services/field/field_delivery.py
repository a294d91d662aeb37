"""What somebody receives in the field, encrypted to the newsroom at once, and takes into a case at home with the time and the device."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import kashf
from kashf.domain.date import FuzzyDate
from kashf.domain.ids import Json
from kashf.errors import UsageError
from kashf.intake.field.read_field import FieldStatement as FieldStatement  # noqa: PLC0414 - doors take it from here
from kashf.intake.field.read_field import check_field, take_field
from kashf.intake.field.write_field import FieldDevice, field_stream
from kashf.intake.field.write_field import FieldTally as FieldTally  # noqa: PLC0414 - doors take it from here
from kashf.intake.receive import find_files
from kashf.ports.runtime import Clock, SignatureCheck, Signer
from kashf.services.case.open import WritableCase
from kashf.services.ingest.process import Delivery, take_in
from kashf.services.ingest.stage_work import Report
from kashf.services.ingest.taking_in.received import Received
from kashf.services.ingest.tombstones import destroyed


def stream_of(paths: Sequence[Path], out: Path, *, device: FieldDevice, note: str, tally: FieldTally) -> Iterator[bytes]:
    """Return the files under some paths as one stream, to be encrypted as it comes.

    Args:
        paths: Files and folders; they are never changed.
        out: Where the stream is to go.
        device: What receives them.
        note: What the person says of them.
        tally: Told how far it is.

    Raises:
        UsageError: `out` lies in what is received.
        BadPathError: A path does not exist.
    """
    where = out.absolute().parent.resolve()
    if any(path.resolve() in (where, *where.parents) for path in paths):
        raise UsageError("--out lies in what is to be received; name a file elsewhere", code="out-inside")
    return field_stream(find_files(paths), device=device, note=note, tally=tally)


def this_device(name: str, *, signer: Signer, clock: Clock) -> FieldDevice:
    """Return what receives here."""
    return FieldDevice(name, signer, clock, f"kashf {kashf.__version__}")


def add_field(
    case: WritableCase,
    opened: Callable[[], AbstractContextManager[BinaryIO]],
    delivery: Delivery,
    *,
    holds: SignatureCheck,
    report: Report,
) -> tuple[Received, FieldStatement]:
    """Take in what the field received: all of it is read and checked first, so that a damaged file leaves nothing behind.

    Args:
        case: Which case.
        opened: Gives the decrypted stream, twice.
        delivery: What is said about it here; where it says no day, that of the field is taken.
        holds: Says whether a signature does.
        report: Told how far it is.

    Raises:
        DamagedDeliveryError: It was cut short or changed, or its signature does not hold; nothing was taken in.
        WrongPassphraseError: The secret key does not open it.
        UsageError: The source is new, and its code name may tell who it is.
    """
    with opened() as stream:
        told = check_field(stream, holds=holds)
    if not delivery.received.earliest:
        delivery = replace(delivery, received=FuzzyDate.on(told.started.date()))
    with opened() as stream:
        batches = take_field(stream, channel=delivery.channel, blobs=case.reading.blobs, refused=destroyed(case.reading.view))
        return take_in(case, batches, delivery, note=_note(delivery, told), report=report), told


def _note(delivery: Delivery, told: FieldStatement) -> Mapping[str, Json]:
    """Return what the vault keeps: when and on which device it was received may tell who was there."""
    signed: dict[str, Json] = {"key": told.key, "signature": told.signature, "statement": dict(told.statement)}
    return {"note": delivery.note, "given": [], "field": signed, "field_note": told.note}
