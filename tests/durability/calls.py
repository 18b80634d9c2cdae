"""What a process did to the files of a folder, call by call, as strace writes it down."""

import os
import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
STRACE = shutil.which("strace")
OPENED = "openat,open,creat"
CHANGES = (
    "write,writev,pwrite64,pwritev,pwritev2,ftruncate,truncate,fallocate,copy_file_range,sendfile,mmap,"
    "mkdir,mkdirat,rmdir,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat"
)
FLUSHES = "fsync,fdatasync,sync,syncfs,sync_file_range"
LONGEST = 1 << 20
SAID = "said"
"""The file that a process writes to what it accepted, beside the folder of its data."""

HEX = r"((?:\\x[0-9a-f]{2})*)"
ONE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+|0x[0-9a-f]+|\?)(?:<.*>(?:\(deleted\))?)?(?: .*)?$")
BEGUN = re.compile(r"^(\d+) +(\w+\(.*?),? *<unfinished \.\.\.>$")
RESUMED = re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
OF_AN_OPEN_FILE = re.compile(rf"^\d+<{HEX}>(\(deleted\))?(?:, (.*))?$")
OF_A_NAME = re.compile(rf'^(?:AT_FDCWD<[^>]*>, )?"{HEX}"(?:, (.*))?$')
WRITTEN = re.compile(rf'^"{HEX}"(\.\.\.)?, \d+(?:, (\d+))?$')


@dataclass(frozen=True, slots=True)
class Made:
    """A file was made, unless it was there."""

    path: Path


@dataclass(frozen=True, slots=True)
class MadeFolder:
    """A folder was made."""

    path: Path


@dataclass(frozen=True, slots=True)
class Removed:
    """A name was taken away."""

    path: Path


@dataclass(frozen=True, slots=True)
class Wrote:
    """Bytes were written into a file."""

    path: Path
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Resized:
    """A file was made so long."""

    path: Path
    length: int


@dataclass(frozen=True, slots=True)
class Flushed:
    """A file or folder was flushed, with all that calls before number ``began`` did to it; or that failed."""

    path: Path
    began: int
    failed: bool


@dataclass(frozen=True, slots=True)
class Said:
    """The process told others something."""

    words: str


Call = Made | MadeFolder | Removed | Wrote | Resized | Flushed | Said


class UnknownCall(Exception):
    """A call changed the folder in a way that the simulated disk does not know."""


def ran(*command: str) -> bool:
    """Runs a program, which finds our modules, to its end; whether it went well."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = os.posix_spawn(command[0], command, environment)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0


def may_trace() -> bool:
    """Whether this machine has strace and lets it look on."""
    return STRACE is not None and ran(STRACE, "--quiet=all", "--output=/dev/null", sys.executable, "-c", "")


def traced(log: Path, module: str, *arguments: str, fault: str = "none") -> bool:
    """Runs a module while every call that it and its children make of files is written down; whether it went
    well.

    fault: what is to be done to some of the calls, as strace takes it
    """
    assert STRACE is not None
    looking = ("--seccomp-bpf", "-f", "-y", "-xx", "-s", str(LONGEST), "-o", str(log))
    of_what = f"trace={OPENED},{CHANGES},{FLUSHES}"
    doing = () if fault == "none" else ("-e", f"inject={fault}")
    return ran(STRACE, *looking, "-e", of_what, *doing, sys.executable, "-m", module, *arguments)


def calls_in(log: Path, folder: Path) -> list[Call | None]:
    """What was done in that folder, in the order in which it was begun; None for what was not done after all.

    Flushes stand where they ended. Raises UnknownCall.
    """
    found: list[Call | None] = []
    begun: dict[str, tuple[str, int]] = {}
    beneath = _hex(folder)
    here = re.compile(re.escape(beneath) + r"""(\\x2f|[>"])""")
    with log.open(encoding="ascii") as lines:
        for line in lines:
            if resumed := RESUMED.match(line):
                if resumed[1] in begun:
                    start, place = begun.pop(resumed[1])
                    _enter(found, ONE.match(start + resumed[2]), place)
            elif beneath in line and here.search(line):
                place = len(found)
                if half := BEGUN.match(line):
                    begun[half[1]] = (f"{half[1]} {half[2]}", place)
                    found.append(None)
                else:
                    _enter(found, ONE.match(line), place)
    return found


def _enter(found: list[Call | None], line: re.Match[str] | None, place: int) -> None:
    if line is None:
        raise UnknownCall("a line that cannot be read")
    name, arguments, result = line.groups()
    call = _call(name, arguments, int(result, 0) if result != "?" else 0, place)
    if place == len(found) or isinstance(call, Flushed):
        found.append(call)
    else:
        found[place] = call


def _call(name: str, arguments: str, result: int, place: int) -> Call | None:
    if result < 0 and name not in FLUSHES:
        return None
    if opened := OF_AN_OPEN_FILE.match(arguments):
        return _of_an_open_file(name, Path(_text(opened[1])), opened[3] or "", result, place)
    if name == "mmap":
        _mapped(arguments)
        return None
    named = OF_A_NAME.match(arguments)
    if named is None:
        raise UnknownCall(name)
    path = Path(_text(named[1]))
    if name == "openat":
        return Made(path) if "O_CREAT" in (named[2] or "") and path.name != SAID else None
    if name == "mkdir":
        return MadeFolder(path)
    if name in ("unlink", "rmdir"):
        return Removed(path)
    raise UnknownCall(name)


def _of_an_open_file(name: str, path: Path, rest: str, result: int, place: int) -> Call | None:
    if name in ("fsync", "fdatasync"):
        return Flushed(path, place, failed=result < 0)
    if name == "ftruncate":
        return Resized(path, int(rest))
    written = WRITTEN.match(rest)
    if written is None or written[2]:
        raise UnknownCall(name)
    data = _bytes(written[1])[:result]
    if name == "pwrite64":
        return Wrote(path, int(written[3]), data)
    if name == "write" and path.name == SAID:
        return Said(data.decode("ascii").strip())
    raise UnknownCall(name)


def _mapped(arguments: str) -> None:
    if "PROT_WRITE" in arguments and "MAP_SHARED" in arguments and not arguments.count(_hex(Path("-shm"))):
        raise UnknownCall("mmap")


def _hex(path: Path) -> str:
    return "".join(f"\\x{each:02x}" for each in str(path).encode())


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _text(text: str) -> str:
    return _bytes(text).decode()


def said_in(file: Path) -> Sequence[str]:
    """What a process said, whole line by whole line."""
    return tuple(file.read_text(encoding="ascii").splitlines()) if file.exists() else ()
