"""What the process that serves may do on its machine: as little as it needs."""

import os
import resource

from riskflag.errors import BadInput
from riskflag.settings import Environment, Settings

ROOT = 0
OWNER_ONLY = 0o077


def keep_to_itself() -> None:
    """Files that are made are for their owner alone, and a crash leaves no picture of the memory behind."""
    os.umask(OWNER_ONLY)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def refuse_root(settings: Settings) -> None:
    """Raises BadInput where all of the machine would be open to whoever broke in; development may do as it
    likes."""
    if settings.environment is not Environment.DEVELOPMENT and os.geteuid() == ROOT:
        raise BadInput({"The service": "must not run as root outside development; give it a user of its own"})
