"""How a file gets its name: once all of it is on the disk, and never over one that is there."""

import os
from pathlib import Path


def place(draft: Path, file: Path) -> None:
    """Gives a finished draft in the same folder its name, and takes the draft's away.

    Raises FileExistsError where something has that name, and OSError.
    """
    with draft.open("rb") as finished:
        os.fsync(finished.fileno())
    os.link(draft, file)
    draft.unlink()
    flush_folder(file.parent)


def flush_folder(folder: Path) -> None:
    """Only now are the names in the folder on the disk too."""
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
