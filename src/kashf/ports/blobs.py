"""Where a case's bytes are kept: write-once, named by their SHA-256 (truth); and, apart, notes that could name a source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO, Protocol

from kashf.domain.ids import DocumentId, Json


class BlobDraft(Protocol):
    """Bytes on their way into the store; nobody sees them until they are kept."""

    def write(self, chunk: bytes, /) -> int:
        """Append; returns how many bytes were taken.

        Raises:
            NoSpaceError: The disk is full.
        """
        ...

    @property
    def id(self) -> DocumentId:
        """SHA-256 of what was written so far."""
        ...

    @property
    def size_bytes(self) -> int:
        """How much was written so far."""
        ...

    def discard(self) -> None:
        """Forget it; harmless after `keep`."""
        ...


class BlobStore(Protocol):
    """Write-once bytes, named by their SHA-256."""

    def draft(self) -> BlobDraft:
        """Return an empty draft."""
        ...

    def keep(self, drafts: Sequence[BlobDraft]) -> None:
        """Make drafts durable under their ids; bytes that are there already are not written again.

        Raises:
            NoSpaceError: The disk is full; nothing that was kept before is touched.
        """
        ...

    def local(self, id: DocumentId) -> AbstractContextManager[Path]:
        """Return a block in which the bytes lie in a file of this machine, fetched if need be; nobody may write to it.

        Raises:
            BrokenCustodyError: They are missing.
        """
        ...

    def open(self, id: DocumentId) -> BinaryIO:
        """Return a stream over the bytes.

        Raises:
            BrokenCustodyError: They are missing.
        """
        ...

    def ids(self) -> Iterator[DocumentId]:
        """Yield the id of every blob, in order."""
        ...

    def fault(self, id: DocumentId) -> str:
        """Return "" when the bytes have their hash, else "missing", "unreadable", what lies in their place, or the hash they have."""
        ...

    def ill_kept(self, id: DocumentId) -> str:
        """Return how bytes are kept otherwise than for their owner alone, in words; "" when they are well."""
        ...

    def strange(self) -> Iterator[tuple[str, str]]:
        """Yield what lies among the blobs and is none, by its place, with what it is in words."""
        ...

    def mark_pending(self, ids: Sequence[DocumentId]) -> None:
        """Write down, durable, that some blobs are there before what names them is recorded; `keep` does so itself."""
        ...

    def pending(self, *, of_others: bool) -> frozenset[DocumentId]:
        """Return the blobs that may be named by nothing, since who kept them was stopped or is at work.

        Args:
            of_others: Those of other processes that are at work, too.
        """
        ...

    def settle(self) -> None:
        """Forget that blobs of this process and of those that ended were pending; only under the case's lock."""
        ...

    def destroy(self, id: DocumentId) -> None:
        """Remove bytes for good; harmless when they are not there."""
        ...

    def sweep(self) -> int:
        """Remove drafts that a dead process left behind; returns how many. Only under the case's lock."""
        ...


class VaultKeys(Protocol):
    """The keys of the vault: writing takes the public one, which lies in the case, reading the private one."""

    @property
    def public(self) -> str:
        """The public key in hex; "" while there is no vault.

        Raises:
            DamagedVaultError: It cannot be read.
        """
        ...

    @property
    def ways(self) -> tuple[str, ...]:
        """By what names there are passphrases and public keys."""
        ...

    @property
    def lies_open(self) -> bool:
        """Whether the private key lies unprotected on this installation."""
        ...

    def begin(self) -> str:
        """Return the public key; made now where there is none."""
        ...

    def unlock(self, passphrase: str) -> None:
        """Open the vault for as long as the case is.

        Raises:
            WrongPassphraseError: It is not one of the vault's.
            DamagedVaultError: The keys are missing or damaged.
        """
        ...

    def unlock_with(self, identities: str) -> None:
        """Open the vault by the secret key of somebody who was admitted by a public one; raises as `unlock`, and UsageError for no key."""
        ...

    def add_recipient(self, name: str, recipient: str) -> None:
        """Let the holder of the secret half of a public key of age open the vault, under a name.

        Raises:
            UsageError: The vault is closed, or that is no public key.
        """
        ...

    def use_installation(self, folder: Path) -> None:
        """Use a key that lies open in an installation's folder of keys, if one does."""
        ...

    def private(self) -> bytes:
        """Return the private key; b"" while the vault is closed."""
        ...

    def set_passphrase(self, name: str, passphrase: str) -> None:
        """Put the open vault under a passphrase, in place of what that name had; no key lies open after that.

        Raises:
            UsageError: The vault is closed.
        """
        ...

    def remove_passphrase(self, name: str) -> None:
        """Take the passphrase of a name away.

        Raises:
            UsageError: There is none of that name, or it is the only one.
        """
        ...


class SealedNotes(Protocol):
    """Notes by the commitment that the ledger holds of each."""

    @property
    def keys(self) -> VaultKeys:
        """Of the vault that they are encrypted to."""
        ...

    def seal(self, content: Mapping[str, Json]) -> str:
        """Keep a note, durable, encrypted to the vault, and return the commitment to it.

        Raises:
            NoSpaceError: The disk is full.
            DamagedVaultError: There is no vault to encrypt it to.
        """
        ...

    def keep_password(self, content: Mapping[str, Json]) -> str:
        """Keep a note that runs read with nobody there, outside of the vault, and return the commitment to it; raises as `seal`."""
        ...

    def note(self, commitment: str) -> Mapping[str, Json] | None:
        """Return a note; None when it is not here.

        Raises:
            BrokenCustodyError: It is not what was committed to.
            VaultClosedError: Nobody has opened the vault.
        """
        ...

    def box(self, commitment: str) -> str:
        """Return the SHA-256 of a note as it lies encrypted; "" where it does not."""
        ...

    def fault(self, commitment: str, box: str) -> str:
        """Return "" when a note is what was sealed, as far as it can be told, else "missing" or what is there instead.

        Args:
            commitment: Which note.
            box: SHA-256 of its encrypted form, as the ledger holds it; "" where it does not.
        """
        ...

    def plain(self) -> tuple[str, ...]:
        """Return the commitments of notes that a kashf before the vault kept without encryption."""
        ...

    def move(self, commitment: str, *, is_password: bool) -> str:
        """Put a plain note where it belongs and remove the plain one; returns the SHA-256 of its encrypted form, "" for a password.

        Raises:
            BrokenCustodyError: It is not what was committed to; it stays where it is.
        """
        ...
