"""Which installations write in a case, which of them somebody who is in let in, and letting one in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.device_keys import (
    KEY_KINDS,
    RESTART,
    NamedKey,
    counting_keys,
    key_body,
    named_keys,
    restarted_keys,
    signed_message,
)
from kashf.domain.ids import EntryId, is_digest
from kashf.domain.ledger import EntryKind
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import checked_why, record

#: Hex digits of a key or an installation that have to be given at least.
_SHORTEST: Final = 12
_DEVICE_DIGITS: Final = 32


@dataclass(frozen=True, slots=True)
class Installation:
    """An installation of kashf that writes, or may write, in a case.

    Args:
        device: Its name.
        key: What its signatures are checked with, in hex; "" for one from before keys.
        entries: How many entries it wrote.
        is_in: Whether its key counts.
        let_in_by: Name of the installation that let it in; its own where it made the case, or was the first to sign in it; "" if none did.
        after_restart: Whether it counts only since an installation that nobody let in started the case again: `let_in_by` names that one.
    """

    device: str
    key: str
    entries: int
    is_in: bool
    let_in_by: str = ""
    after_restart: bool = False


def installations(case: OpenCase) -> tuple[Installation, ...]:
    """Return the installations of a case, by name; one with several keys stands there with each."""
    entries = case.view.entries()
    written = Counter(entry.device for entry, _ in entries)
    usual, restarted = _keys(case)
    counting = {**usual, **restarted}
    named = named_keys((entry, entry.id) for entry, _ in entries)
    keys = sorted(
        {(each.device, each.key) for each in named} | {(device, "") for device in written.keys() - {each.device for each in named}}
    )
    return tuple(
        Installation(
            device,
            key,
            written[device],
            (device, key) in counting,
            counting[device, key].by if (device, key) in counting else "",
            (device, key) in restarted,
        )
        for device, key in keys
    )


def keys_that_count(case: OpenCase) -> Mapping[tuple[str, str], NamedKey]:
    """Return the keys of installations that count, also since a restart, with what let each in; each signature is checked."""
    counting, restarted = _keys(case)
    return {**counting, **restarted}


def _keys(case: OpenCase) -> tuple[Mapping[tuple[str, str], NamedKey], Mapping[tuple[str, str], NamedKey]]:
    """Return the keys that count, and those that do only since a restart."""
    entries = [(entry, entry.id) for entry, _ in case.view.entries(kinds=KEY_KINDS)]
    signed: dict[EntryId, list[str]] = {id: [] for _, id in entries}
    for each in case.view.entry_signatures():
        id = EntryId(each.entry)
        if id in signed and case.holds(each.key, each.signature, signed_message(id)):
            signed[id].append(each.key)
    named = named_keys(entries)
    counting = counting_keys(named, signed)
    return counting, restarted_keys(named, signed, counting)


def check_let_in(case: WritableCase) -> None:
    """Check that what persons sign with this installation counts.

    Raises:
        NotAllowedError: The installations of the case sign, and none that is in let this one in.
    """
    counting = keys_that_count(case.reading)
    if counting and case.signer and (case.device, case.signer.key) not in counting:
        raise NotAllowedError(
            "nobody let this installation in, so no person signs with it; who is in does: "
            f"kashf devices CASE --admit {case.device}:{case.signer.key}",
            code="installation-not-in",
        )


def let_in(case: WritableCase, asked: str) -> Installation:
    """Let another installation in, whose entries count as signed from then on, those that it wrote before too.

    Args:
        case: Which case.
        asked: Its key or its name, or the beginning of one, 12 digits at least; "NAME:KEY" for one that wrote nothing yet.

    Raises:
        UsageError: That is none of these, or it is in already.
        NotFoundError: No installation in this case is called so, or several are.
        NotAllowedError: This installation is not in the case itself.
    """
    device, key = _asked(installations(case.reading), asked.strip().lower())
    counting, restarted = _keys(case.reading)
    itself = case.device, case.signer.key if case.signer else ""
    if itself in restarted:
        counting = {**counting, **restarted}
    if itself not in counting:
        raise NotAllowedError("this installation was not let in itself; one that is in has to do this", code="installation-not-in")
    if (device, key) in counting:
        raise UsageError(f"installation {device[:12]} is in this case already", code="installation-in-already")
    with case.store.unit() as uow:
        record(case, uow, EntryKind.DEVICE_KEY, key_body(device, key))
        uow.commit()
    return next(each for each in installations(case.reading) if (each.device, each.key) == (device, key))


def start_again(case: WritableCase, why: str) -> None:
    """Go on with a case in which nobody is any more who could let this installation in; verify says so from then on, beside all it says.

    Args:
        case: Which case, signed with the key that this installation has now.
        why: What happened; told by verify.

    Raises:
        UsageError: No reason is given, or one that is too long; or this installation is in, or nobody signs in this case yet.
    """
    if not checked_why(why).strip():
        raise UsageError("--restart needs --why: what happened to those who were in", code="restart-without-why")
    counting = keys_that_count(case.reading)
    if not case.signer or not counting or (case.device, case.signer.key) in counting:
        raise UsageError("this installation writes in this case as it is; nothing was started again", code="nothing-to-restart")
    with case.store.unit() as uow:
        record(case, uow, EntryKind.DEVICE_KEY, {**key_body(case.device, case.signer.key), RESTART: why})
        uow.commit()


def _asked(known: Sequence[Installation], asked: str) -> tuple[str, str]:
    device, colon, key = asked.partition(":")
    if colon:
        if len(device) != _DEVICE_DIGITS or not is_digest(device * 2) or not is_digest(key):
            raise UsageError("an installation is named as `kashf devices` prints it there: 32 digits, a colon, 64 digits")
        return device, key
    if len(asked) < _SHORTEST:
        raise UsageError(f"at least {_SHORTEST} digits of the key are needed, so that no other can be meant")
    found = [each for each in known if each.key and (each.key.startswith(asked) or each.device.startswith(asked))]
    if len(found) != 1:
        raise NotFoundError(
            f"{'several installations are' if found else 'no installation with a key is'} called so; `kashf devices CASE` lists them"
        )
    return found[0].device, found[0].key
