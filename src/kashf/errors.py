"""The one error tree. Every class says which exit code and HTTP status it becomes and what to do next.

KashfError
UsageError              2   400  the request cannot be understood
    QuerySyntaxError    2   400  a query is malformed; carries the place of the fault
    MalformedRequestError 2 400  an address or a form says what it may not; carries which parts
    BadPathError        2   400  a path that was named does not exist or cannot be used
    BadEvidenceError    2   400  checks, reports or a board contradict themselves or are out of range
NotFoundError           1   404  asked for by name, not there
    NoSuchFieldError    1   404  no field of a form is called so, or several are; carries what can be asked
    UnknownNameError    1   404  nothing of the case is called so, or several are: an office, an operation, a catalogue
UnfinishedError         3   507  stopped half way; what is done is safe
    NoSpaceError        3   507  the disk is full
    RefusedModelError   3   502  a model that a user brought broke, or answered what it may not
IntegrityError          4   409  what is kept is not what was received
    BrokenCustodyError  4   409  a blob is not the bytes its name says
    DamagedCaseError    4   409  case.db cannot be read or contradicts itself
        CopiedOpenError 4   409  the folder was copied without what stood in SQLite's log alone
        ForeignRecordsError 4 409 case.db holds what no kashf makes
    DamagedIndexError   4   409  the search index is missing or cannot be read
    ChangedModelError   4   409  a model's files are not those that were added
    DamagedDeliveryError 4  409  a file of `kashf receive` was cut short or changed
    DamagedVaultError   4   409  the vault's keys are missing, damaged or swapped
    DamagedBackupError  4   409  a backup was cut short or changed, or is none
    DamagedKeysError    4   409  the keys of an encrypted case are missing, damaged or another's
    RewoundCaseError    4   409  entries that this installation saw are missing, or another case lies there
    InstallationKeyError 4   409  a key of this installation cannot be read, or others may read it
NotAllowedError         5   403  not permitted
    CaseLockedError     5   423  another process is writing to this case
    LaterVersionError   5   409  a newer kashf made this case
    VaultClosedError    5   403  what could name a source is asked for and nobody has opened the vault
    NoKeyError          5   423  the case is encrypted and nobody has unlocked it here
    WrongPassphraseError 5  403  a passphrase opens nothing of what it was given for
    LostKeyError        5   403  what this installation or a person signed with is not here
    UnclearedCardError  5   403  a sentence card is to be cleared and something is missing
    UnmeasuredModelError 5  403  a model may not draft before it was measured on lines that people keyed
    SandboxError        5   503  no safe place to open hostile files
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar


class KashfError(Exception):
    """Anything kashf tells a person about instead of failing on.

    Args:
        message: What is wrong, in English.
        code: By which a door finds its sentence in another language; "" where the kind of the error says enough.
        about: What that sentence has to name.
    """

    exit_code: ClassVar[int] = 1
    http_status: ClassVar[int] = 500
    hint: ClassVar[str] = ""

    def __init__(self, message: str = "", *, code: str = "", **about: object) -> None:
        super().__init__(message)
        self.code = code
        self.about = about


class UsageError(KashfError):
    """The request cannot be understood as it stands."""

    exit_code = 2
    http_status = 400
    hint = "Run the command with --help to see its form and an example."


class QuerySyntaxError(UsageError):
    """A search query is malformed.

    Args:
        message: What is wrong, in words for a person.
        position: Code point of the query at which the fault lies, from 0.
        code: As for every error.
        about: As for every error.
    """

    hint = 'Put quotes around words that are meant literally, as in "AND".'

    def __init__(self, message: str, *, position: int, code: str = "", **about: object) -> None:
        super().__init__(message, code=code, **about)
        self.position = position


class MalformedRequestError(UsageError):
    """An address or a form of the browser has parts that are missing, unknown or out of range.

    Args:
        parts: Which; never what they were.
    """

    hint = "Go back to the page you came from, or begin on the first one."

    def __init__(self, parts: Sequence[str]) -> None:
        super().__init__(f"parts of the request are missing, unknown or out of range: {', '.join(parts)}")
        self.parts = tuple(parts)


class BadPathError(UsageError):
    """A path that was named does not exist or is not what the command needs."""

    hint = "Check the spelling of the path; nothing was changed."


class BadEvidenceError(UsageError):
    """What was given to be weighed contradicts itself, is out of its range, or says too little; nothing was assumed in its place."""

    hint = "Correct what is named and weigh again; nothing was assumed in its place."


class NotFoundError(KashfError):
    """Something was asked for by name or id and is not there."""

    exit_code = 1
    http_status = 404
    hint = "Ids may be shortened, but not changed; `kashf find` prints those of documents, `kashf status` those of receipts."


class NoSuchEntryError(NotFoundError):
    """What somebody wrote down is asked for by the beginning of its entry and is not there."""

    hint = (
        "An id may be shortened, but not changed, and what was taken back stands no more. The command that wrote it down lists it with its "
        "id: `kashf claim CASE show CARD --json` what is on a card, `kashf claim CASE` the cards, `kashf source CASE show NAME` a source."
    )


class NowhereOnDocumentError(NotFoundError):
    """What is to be covered on a document stands nowhere on it."""

    hint = "Nothing was written. Read the page (`kashf show`): it may be written otherwise; leave out what is not there, or draw an --area."


class NoSuchFieldError(NotFoundError):
    """No field of a form is called so, or several are; its message lists what can be asked."""

    hint = "A field is named by its number, its kind, its key, or its label or a beginning of it."


class UnknownNameError(NotFoundError):
    """Nothing of the case is called so, or several things are; what was asked for by a name has no id."""

    hint = "Asked without a name, the same command lists what there is."


class UnfinishedError(KashfError):
    """Work stopped half way; what was committed is safe and will not be done twice."""

    exit_code = 3
    http_status = 507
    hint = "Run `kashf process CASE` to go on from where it stopped."


class NoSpaceError(UnfinishedError):
    """The disk, or the quota, is full."""

    hint = "Free some space and run the same command again; what was taken in is safe and is not read twice."


class RefusedModelError(UnfinishedError):
    """A model that a user brought crashed, hung, or answered what it was not asked; nothing of its answer was taken."""

    http_status = 502
    hint = "Nothing of its answer was kept and the case is as it was. docs/reference/models.md tells what a model has to answer."


class IntegrityError(KashfError):
    """What is kept differs from what was received or recorded."""

    exit_code = 4
    http_status = 409
    hint = "Do not work on this case; restore it from a copy, then run `kashf verify`."


class BrokenCustodyError(IntegrityError):
    """A blob's bytes do not have the hash they are kept under.

    Args:
        expected: The SHA-256 the blob is named by, in hex.
        found: The SHA-256 of the bytes that are there, in hex, or a word such as "missing".
    """

    hint = "Restore the file from the copy named in the receipt; do not add it again."

    def __init__(self, *, expected: str, found: str) -> None:
        super().__init__(f"blob {expected} is not what was received (found: {found})")
        self.expected = expected
        self.found = found


class DamagedCaseError(IntegrityError):
    """case.db, case.toml or the ledger in it cannot be read or contradicts itself."""

    hint = "Blobs are not touched by this. Restore case.db (or case.toml) from a copy, then run `kashf verify`."


class CopiedOpenError(DamagedCaseError):
    """The folder was copied while kashf had it open, without the file in which stands what was written last; nothing in it was changed."""

    hint = (
        "Nothing was opened or changed. If there is no other copy: without the file case.db-open in it, the case opens as it was "
        "before what is missing."
    )


class ForeignRecordsError(DamagedCaseError):
    """case.db holds triggers, views, tables or columns that no kashf makes, and that may change what is read from it."""

    hint = "Nothing was read from it. `kashf rebuild CASE` makes the records anew from ledger and blobs, without what is foreign."


class DamagedIndexError(IntegrityError):
    """The search index is missing or cannot be read; it is derived, so nothing is lost."""

    hint = "Nothing is lost: `kashf rebuild CASE --index` makes the index again from text that was read before."


class ChangedModelError(IntegrityError):
    """A file of a model is not the one that was added, so none of it was run."""

    hint = "Nothing of it was run. `kashf models remove` forgets it; add the files you trust anew, and measure them anew."


class DamagedBackupError(IntegrityError):
    """A backup was cut short or changed since it was made, or is none; nothing was restored from it."""

    hint = "Nothing was made. Take another copy of the backup, or an earlier backup; the case it was made of is not touched by this."


class DamagedKeysError(IntegrityError):
    """The keys of an encrypted case are missing, damaged, or those of another case."""

    hint = "Restore the case's file `keys` from a copy of this case; without it nobody can read the case."


class DamagedDeliveryError(IntegrityError):
    """A file that `kashf receive` made was cut short, changed, or never made by it; nothing of it was taken in."""

    hint = "Nothing was taken in, and the file is as it was. Copy it again from where it came, or have the field send it again."


class DamagedVaultError(IntegrityError):
    """The keys of the vault that holds sealed notes are missing, damaged, or not those that the ledger names."""

    hint = "Restore vault.json from a copy of this case, and run `kashf verify`; nothing was written to the vault."


class RewoundCaseError(IntegrityError):
    """What this installation saw of a case is not all there any more: a tail was cut off, or another copy or case put there."""

    hint = "Nothing was written. `kashf verify CASE` names what is missing. If you put an older copy there: `kashf verify CASE --accept`."


class InstallationKeyError(IntegrityError):
    """A file among the keys of this installation is not what was written there, or is open to others; nothing was signed."""

    hint = "Nothing was written. Bring the folder `keys` of this installation back from a copy of it."


class NotAllowedError(KashfError):
    """Not permitted."""

    exit_code = 5
    http_status = 403
    hint = "Ask the owner of this case for access."


class CaseLockedError(NotAllowedError):
    """Another process is writing to the case."""

    http_status = 423
    hint = "Wait for the other kashf process to finish, or stop it; reading and deciding work meanwhile."


class LaterVersionError(NotAllowedError):
    """The case is of a format, or has tables, that a newer kashf makes; nothing is wrong with it, and nothing was changed.

    Args:
        what: What is newer, and by which version.
    """

    http_status = 409
    hint = "Install the newest kashf; the case is not damaged and was not changed."

    def __init__(self, what: str) -> None:
        super().__init__(f"This case was made by a newer kashf; please upgrade. ({what})")


class VaultClosedError(NotAllowedError):
    """What could name a source is asked for, and the vault was not opened; nothing is wrong with it."""

    hint = "`kashf source` and `kashf handover` take --passphrase-file, or ask for the vault's passphrase on a terminal."


class NoKeyError(NotAllowedError):
    """The case is encrypted, and nobody has unlocked it on this machine; nothing is wrong with it."""

    http_status = 423
    hint = "Run `kashf unlock CASE`; `kashf lock CASE` ends it."


class WrongPassphraseError(NotAllowedError):
    """A passphrase opens nothing of what it was given for."""

    hint = "Try again; look at the keyboard's language and its capitals. Nothing was changed."


class LostKeyError(NotAllowedError):
    """The case knows another key of this installation, or of a person, than the one that is here, or there is none here."""

    hint = "Nothing was written; the case can be read. Bring the folder `keys` of this installation back from a copy of it."


class UnclearedCardError(NotAllowedError):
    """A sentence card is to be cleared while something on it is missing, or by somebody who may not."""

    hint = "Nothing was written. Do what the card says is missing; another person than who wrote on it looks it over."


class ProtectedLeavesError(NotAllowedError):
    """What is to leave holds what is protected."""

    hint = "Nothing was written. Take it out of what leaves, or leave that part out, and write it again; the list was not kept."


class UnmeasuredModelError(NotAllowedError):
    """A model was never measured in this case on lines that people keyed, so it may not draft in it."""

    hint = "Key fifty lines with `kashf transcribe`, then `kashf models measure CASE MODEL`."


class SandboxError(NotAllowedError):
    """There is no safe place on this machine in which to open hostile files."""

    http_status = 503
    hint = "Run `kashf doctor`; install bubblewrap. Only on a machine you can throw away: --i-accept-unsafe-parsing."
