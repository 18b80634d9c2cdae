"""Where there is a file system in memory with room enough, the tests' files are in it: what is flushed is flushed as
ever, and no test waits for a disk."""

import os
import shutil
from pathlib import Path

MEMORY = Path("/dev", "shm")
ROOM_BYTES = 4_000_000_000
"""More than all the tests leave behind together, several times over."""


def in_memory() -> Path | None:
    """The file system in memory; None where there is none, or none with room enough."""
    roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM_BYTES
    return MEMORY if roomy else None


def keep_files_in_memory() -> None:
    """Has pytest make its folders there, unless somebody said where."""
    memory = in_memory()
    if memory is not None:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(memory))
