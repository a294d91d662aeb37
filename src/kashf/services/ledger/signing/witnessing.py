"""Writing a witness file of a case, and holding a case against one."""

from __future__ import annotations

from dataclasses import replace

from kashf.domain.entries.heads import chain_states, head_of
from kashf.domain.ids import canonical_json
from kashf.domain.ledger import Fault, case_id, format_time
from kashf.domain.witness.witness_file import WitnessedHead, parse_witness, witness_faults
from kashf.errors import UsageError
from kashf.ports.runtime import Clock, Signer
from kashf.services.case.open import OpenCase


def make_witness(case: OpenCase, *, device: str, signer: Signer, clock: Clock) -> WitnessedHead:
    """Return what somebody else can keep of a case as it is now, signed by this installation."""
    entries = [(entry, entry.id) for entry, _ in case.view.entries()]
    chains = chain_states(entries)
    witness = WitnessedHead(case_id(entries), head_of(chains), chains, format_time(clock.now()), device, signer.key)
    return replace(witness, signature=signer.sign(witness.message()))


def witness_lines(witness: WitnessedHead) -> bytes:
    """Return the file."""
    return canonical_json(witness.body()) + b"\n"


def check_witness(case: OpenCase, untrusted: bytes) -> tuple[WitnessedHead, tuple[Fault, ...]]:
    """Return what a witness file says, and where the case does not continue it.

    Raises:
        UsageError: It is no witness file, or its signature does not hold.
    """
    try:
        witness = parse_witness(untrusted)
        if not case.holds(witness.key, witness.signature, witness.message()):
            raise UsageError("the signature of the witness file does not hold; it was changed", code="witness-signature")
    except ValueError as error:
        raise UsageError("that is no witness file; `kashf witness CASE --to FILE` writes one", code="no-witness") from error
    entries = [(entry, entry.id) for entry, _ in case.view.whole_ledger()[0]]
    return witness, witness_faults(witness, entries)
