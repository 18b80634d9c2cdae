"""How a file gets its name: once all of it is on the disk, and never over one that is there. And how a folder
gets its own: a file that is on the disk is lost with a folder that is not.
"""

import os
from contextlib import suppress
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


def make_folder(folder: Path) -> None:
    """Makes it, for its owner alone, and those above it that are missing; all of them last.

    Raises OSError, and then none of them is there that was not.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        for each in missing:
            flush_folder(each.parent)
    except OSError:
        with suppress(OSError):
            for each in missing:
                each.rmdir()
        raise


def flush_folder(folder: Path) -> None:
    """Only now are the names in the folder on the disk too."""
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
