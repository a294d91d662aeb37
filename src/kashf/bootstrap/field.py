"""Joins what is received in the field with files of age and the key of this installation."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kashf.services.case.open import WritableCase
    from kashf.services.field.field_delivery import FieldStatement, FieldTally
    from kashf.services.ingest.process import Delivery
    from kashf.services.ingest.stage_work import Report
    from kashf.services.ingest.taking_in.received import Received
    from kashf.settings import Settings


def new_identity() -> tuple[str, str]:
    """Return a new secret key as age writes it, and its public key."""
    from kashf.adapters.age.age_keys import new_identity as new

    return new()


def receive_to(paths: Sequence[Path], out: Path, *, recipients: Sequence[str], note: str, settings: Settings) -> FieldTally:
    """Encrypt files to public keys, and return what was received.

    Raises:
        UsageError: A key is no public key, or `out` lies in what is received.
        BadPathError: A path does not exist, or there is something at `out`.
        NoSpaceError: The disk is full; nothing is left at `out`.
    """
    from kashf.adapters.age.age_stream import write_age
    from kashf.adapters.case_folder import translate_permissions
    from kashf.adapters.clock import SystemClock
    from kashf.bootstrap.signers import make_signer
    from kashf.services.field.field_delivery import FieldTally, stream_of, this_device

    tally = FieldTally()
    device = this_device(settings.device(), signer=make_signer(settings), clock=SystemClock())
    pieces = stream_of(paths, out, device=device, note=note, tally=tally)
    with translate_permissions(out):
        write_age(out, pieces, recipients=recipients)
    return tally


def add_received(case: WritableCase, path: Path, identities: str, delivery: Delivery, *, report: Report) -> tuple[Received, FieldStatement]:
    """Take in what `receive_to` wrote; see `services.field.field_delivery.add_field`."""
    from kashf.adapters.age.age_stream import opened_age
    from kashf.adapters.signing.ed25519 import is_signed
    from kashf.services.field.field_delivery import add_field

    return add_field(case, partial(opened_age, path, identities), delivery, holds=is_signed, report=report)
