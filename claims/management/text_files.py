"""Read files named on the command line, and say in one line what to do when that fails."""

from datetime import date
from pathlib import Path

from django.core.management.base import CommandError


def read_text_file(path: Path) -> str:
    """The text of a UTF-8 file, line ends and all, so that offsets count in the file itself.

    Raises:
        CommandError: the file is missing, is a folder, cannot be opened, or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise CommandError(f"{path}: no such file; check the path") from error
    except IsADirectoryError as error:
        raise CommandError(f"{path}: is a folder; name the files in it") from error
    except OSError as error:
        raise CommandError(f"{path}: cannot be opened ({error.strerror}); check its rights") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path}: is not UTF-8 (byte {error.start}); convert it first") from error


def parse_day(words: str) -> date:
    """The day written YYYY-MM-DD; raises CommandError for anything else."""
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise CommandError(f"{words!r} is not a day; write it as YYYY-MM-DD") from error
