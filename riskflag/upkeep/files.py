"""The files that these commands read and write: small ones in, and out only for their owner's eyes."""

from pathlib import Path

from riskflag.errors import BadInput

LARGEST = 64 * 1024


def read_small(file: Path, name: str) -> bytes:
    """What the file holds, or as much of it as no file that is meant here is longer than.

    name: what it is called in the error
    Raises BadInput.
    """
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST)
    except OSError:
        raise BadInput({name: "there is no such file, or it cannot be read"}) from None


def write_new(file: Path, text: str, name: str) -> None:
    """Writes a file that was not there before, for its owner's eyes only. Raises BadInput."""
    try:
        file.touch(mode=0o600, exist_ok=False)
        file.write_text(text, encoding="utf-8")
    except FileExistsError:
        raise BadInput({name: "names a file that is there already"}) from None
    except OSError:
        raise BadInput({name: "cannot be written"}) from None
