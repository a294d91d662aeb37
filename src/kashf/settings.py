"""Every knob, with its unit and default. Read only at the doors; everything inside gets values.

Precedence: arguments, then KASHF_* in the environment, then kashf.toml in the working folder, then the default.
"""

from __future__ import annotations

import getpass
import os
import secrets
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource


def _actor() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"


def _home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "kashf"


class Settings(BaseSettings):
    """What a person may set."""

    model_config = SettingsConfigDict(env_prefix="KASHF_", toml_file="kashf.toml", extra="forbid")

    actor: str = Field(default_factory=_actor, max_length=200, description="Who is at work; recorded in the ledger.")
    home: Path = Field(default_factory=_home, description="Folder of this installation: its ledger chain's name.")
    workers: int = Field(default_factory=lambda: len(os.sched_getaffinity(0)), ge=1, le=256, description="Files read at once.")
    accept_unsafe_parsing: bool = Field(default=False, description="Open files without a sandbox. Never on a machine that matters.")

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
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    def device(self) -> str:
        """Return the name of this installation's chain in the ledger: 32 hex digits, made at random once."""
        path = self.home / "device"
        if not path.exists():
            self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
            fresh = path.with_suffix(f".{os.getpid()}")
            fresh.write_text(secrets.token_hex(16))
            try:
                path.hardlink_to(fresh)  # atomic: of two that start at once, one wins and both read the same
            except FileExistsError:
                pass
            finally:
                fresh.unlink()
        return path.read_text().strip()
