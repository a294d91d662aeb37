"""Every knob, with its unit and default. Read only at the doors; everything inside gets values.

Precedence: arguments, then KASHF_* in the environment, then kashf.toml in this installation's own folder, then the default. The
working folder is never looked at: it may be a leak, and a leak may hold a kashf.toml.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import tomllib
import unicodedata
from pathlib import Path

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from kashf.errors import UsageError
from kashf.plain_files import read_kept

#: Name of this installation's chain in the ledger.
_DEVICE = re.compile("[0-9a-f]{32}")
#: Bytes of a file of the installation that holds 32 hex digits.
_MOST_KEPT = 4096
_NO_FOLDER = "the folder of this installation cannot be made or read; KASHF_HOME names another"


def _home() -> Path:
    """Return the folder of this installation; a relative XDG_DATA_HOME is passed over, as its specification asks for."""
    if named := os.environ.get("KASHF_HOME"):
        return Path(named)
    shared = Path(os.environ.get("XDG_DATA_HOME", ""))
    try:
        return (shared if shared.is_absolute() else Path.home() / ".local" / "share") / "kashf"
    except RuntimeError:
        raise UsageError("this account has no home folder; name one for kashf with KASHF_HOME") from None


class Settings(BaseSettings):
    """What a person may set."""

    model_config = SettingsConfigDict(env_prefix="KASHF_", env_ignore_empty=True, extra="forbid")

    actor: str = Field(
        default="unnamed", min_length=1, max_length=200, description="Who is at work, as they name themselves; recorded in the ledger."
    )
    home: Path = Field(default_factory=_home, description="Folder of this installation: its ledger chain's name.")
    passphrase_file: Path | None = Field(default=None, description="Holds the passphrase of who is at work; its owner's alone.")
    installation_passphrase_file: Path | None = Field(
        default=None, description="Holds the passphrase of the installation's key, if it has one; without it, `passphrase_file` is taken."
    )
    workers: int = Field(default_factory=lambda: len(os.sched_getaffinity(0)), ge=1, le=256, description="Files read at once.")
    accept_unsafe_parsing: bool = Field(default=False, description="Open files without a sandbox. Never on a machine that matters.")

    english_model: bool = Field(
        default=False, description="Find names in a case's English pages by spaCy's model too, where it is installed: ten times the work."
    )

    @field_validator("actor")
    @classmethod
    def _can_be_recorded(cls, actor: str) -> str:
        if any(unicodedata.category(character) in ("Cc", "Cs") for character in actor):
            raise ValueError("control characters and bytes that are no UTF-8 cannot be recorded")
        return actor

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings fixes the arguments
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings fixes the arguments
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments before environment before file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, _home() / "kashf.toml")

    def device(self) -> str:
        """Return the name of this installation's chain in the ledger: 32 hex digits, made at random once.

        Raises:
            UsageError: The installation's folder cannot be made or read.
        """
        device = self._kept("device")
        if not _DEVICE.fullmatch(device):
            raise UsageError("the file `device` in the folder of this installation is damaged; KASHF_HOME names another folder")
        return device

    def cache_key(self) -> bytes:
        """Return what tells caches of cases that this installation wrote from all others; it lies in no case.

        Raises:
            UsageError: The installation's folder cannot be made or read.
        """
        return hashlib.sha256(b"kashf caches" + self._kept("cache-key").encode()).digest()

    def _kept(self, name: str) -> str:
        """Return what a file of the installation says: 32 hex digits, made at random once.

        Raises:
            UsageError: The installation's folder cannot be made or read.
        """
        try:
            return self._made_once(self.home / name)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise
            raise UsageError(_NO_FOLDER) from error

    def _made_once(self, path: Path) -> str:
        if not path.exists():
            self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh = path.with_suffix(f".{os.getpid()}")
            with os.fdopen(os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
                file.write(secrets.token_hex(16))
                file.flush()
                os.fsync(file.fileno())
            try:
                path.hardlink_to(fresh)  # atomic: of two that start at once, one wins and both read the same
            except FileExistsError:
                pass
            finally:
                fresh.unlink()
        return read_kept(path, most_bytes=_MOST_KEPT).decode("ascii", "replace").strip()


def load_settings(**given: str) -> Settings:
    """Return what the environment and kashf.toml say.

    Args:
        given: Settings that stand above both, by name.

    Raises:
        UsageError: A setting, which is named, cannot be used, its value is not repeated; or a file lies where the folder is to be.
    """
    try:
        found = Settings.model_validate(given)
        if not next(each for each in (found.home, *found.home.absolute().parents) if each.exists()).is_dir():
            raise UsageError(_NO_FOLDER)
        return found
    except ValidationError as error:
        faults = ((str(fault["loc"][0]) if fault["loc"] else "", fault["msg"]) for fault in error.errors(include_input=False))
        named = "; ".join(f"KASHF_{name.upper()}, or {name} in kashf.toml: {message}" for name, message in faults)
        raise UsageError(f"a setting cannot be used: {named}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise UsageError("kashf.toml in the folder of this installation is not valid TOML") from None
    except OSError as error:
        raise UsageError("kashf.toml in the folder of this installation cannot be read") from error
