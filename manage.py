#!/usr/bin/env python
"""ClaimTrack's command line: sets the settings module and sees to the services a command needs."""

import os
import sys

from django.core.management import execute_from_command_line

from claimtrack.embedded import ServiceError, services_for
from claimtrack.env import SettingMissing


def main(arguments: list[str]) -> None:
    """Run one management command, with PostgreSQL and Valkey at hand where it needs them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "claimtrack.settings")
    try:
        with services_for(arguments):
            execute_from_command_line(arguments)
    except (ServiceError, SettingMissing) as error:
        sys.exit(str(error))
    except BrokenPipeError:  # the reader of our output (`| head`) has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv)
