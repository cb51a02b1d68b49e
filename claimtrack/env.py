"""Reads settings from the environment, once; says which variable is missing and what to put there."""

import os
from pathlib import Path
from urllib.parse import urlsplit


class SettingMissing(Exception):
    """A production secret or address is not set; the start must stop."""


def read_text(name: str, default: str) -> str:
    """The variable's words, or the default where it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def read_required(name: str, why: str) -> str:
    """The variable's words; raises SettingMissing, saying why it is needed, where it is unset."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise SettingMissing(f"set {name}: {why}")
    return value


def read_flag(name: str, default: bool = False) -> bool:
    """True for 1, true, yes, on; the default where the variable is unset."""
    return read_text(name, str(default)).lower() in {"1", "true", "yes", "on"}


def read_list(name: str) -> tuple[str, ...]:
    """Comma-separated words, blanks dropped."""
    return tuple(word.strip() for word in os.environ.get(name, "").split(",") if word.strip())


def read_int(name: str, default: int) -> int:
    """A whole number; raises SettingMissing where the words are none."""
    words = read_text(name, str(default))
    if not words.isdecimal():
        raise SettingMissing(f"set {name} to a whole number, not {words!r}")
    return int(words)


def read_web_address(name: str) -> str:
    """An http or https address without credentials, empty where unset; raises SettingMissing for others."""
    words = read_text(name, "")
    parts = urlsplit(words)
    if words and (parts.scheme not in {"http", "https"} or not parts.hostname or "@" in parts.netloc):
        raise SettingMissing(f"set {name} to a web address without a password, such as https://host/path")
    return words


def data_folder() -> Path:
    """Where the embedded services and logs live: CLAIMTRACK_DATA, else `.data` in the project folder."""
    default = Path(__file__).resolve().parent.parent / ".data"
    return Path(read_text("CLAIMTRACK_DATA", str(default))).expanduser().resolve()
