"""A disk that loses power: what was flushed stays, and of everything else any part may.

It is told, call by call, what a process did to the files of a folder, and puts down that folder as a machine
may find it after power was lost at that moment. It is no kinder than POSIX:

- What a file held when a flush of it began is there, once that flush has returned without an error.
- Of what was written since then each sector is as any of those writes left it, or as it was before them, in no
  order; so is the file's length. A sector is written whole or not at all. One that never came holds nothing,
  or whatever lay on the disk there.
- A name is in its folder, or gone from it, once the folder was flushed; until then it may be either way.
- What a flush that failed was to bring to the disk will not be brought by the next one, though whoever reads
  the file sees it there: part of it came, and the rest is lost unless it is written again. The names in a folder
  wait for the next flush of it that does not fail.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import TypeVar

from tests.durability.calls import Call, Flushed, Made, MadeFolder, Removed, Resized, Wrote

T = TypeVar("T")
Change = tuple[int, T]
"""The number of the call that made it, and what there is after it."""

Way = Callable[[T, Sequence[Change[T]]], T]
"""Which one the disk has: of what it surely held, and what it was given since, the latest last."""

THROUGH_MEMORY = "-shm"
"""How files end that SQLite writes through memory, which no call shows. They may hold anything."""


def everything(_: T, given: Sequence[Change[T]]) -> T:
    """All that was written came."""
    return given[-1][1]


def nothing(held: T, _: Sequence[Change[T]]) -> T:
    """Only what was flushed came."""
    return held


def any_part(dice: Random) -> Way[T]:
    """Each sector came or not, whatever became of the others."""
    return lambda held, given: dice.choice([held, *(value for _, value in given)])


def nearly_everything(dice: Random) -> Way[T]:
    """Now and then one sector did not come."""
    some: Way[T] = any_part(dice)
    return lambda held, given: some(held, given) if dice.random() < 0.05 else given[-1][1]


def in_order(dice: Random, latest: int) -> Way[T]:
    """All came that was written before some moment, and nothing after it."""
    until = dice.randint(max(0, latest - 200), latest)
    return lambda held, given: next((value for number, value in reversed(given) if number <= until), held)


def any_way(dice: Random, latest: int) -> Way[T]:
    """One of these ways."""
    ways: tuple[Way[T], ...] = (
        everything,
        nothing,
        any_part(dice),
        nearly_everything(dice),
        in_order(dice, latest),
    )
    return dice.choice(ways)


class File:
    """What readers of a file see, what of it is on the disk, and what is on its way there."""

    def __init__(self, sector: int, content: bytes = b"") -> None:
        self._sector = sector
        self._seen = bytearray(content)
        self._disk = bytearray(content)
        self._length = len(content)
        self._lengths: list[Change[int]] = []
        self._sectors: dict[int, list[Change[bytes]]] = {}

    def write(self, number: int, offset: int, data: bytes) -> None:
        end = offset + len(data)
        if end > len(self._seen):
            self._seen.extend(bytes(end - len(self._seen)))
            self._lengths.append((number, end))
        self._seen[offset:end] = data
        self._give(number, offset, end)

    def resize(self, number: int, length: int) -> None:
        before = len(self._seen)
        self._seen = bytearray(self._seen[:length].ljust(length, b"\0"))
        self._lengths.append((number, length))
        self._give(number, *sorted((before, length)))

    def flush(self, until: int, way: Way[bytes], way_of_lengths: Way[int]) -> None:
        """What was given before the call of that number is on its way no longer: the way says what came."""
        for sector, given in list(self._sectors.items()):
            if due := [each for each in given if each[0] < until]:
                self._put(self._disk, sector, way(self._held(sector), due))
            self._sectors[sector] = given[len(due) :]
            if not self._sectors[sector]:
                del self._sectors[sector]
        if due_lengths := [each for each in self._lengths if each[0] < until]:
            self._length = way_of_lengths(self._length, due_lengths)
            self._lengths = self._lengths[len(due_lengths) :]

    def after(self, way: Way[bytes], way_of_lengths: Way[int], dice: Random) -> bytes:
        """What it holds once power is back."""
        left = bytearray(self._disk)
        lay_there = dice.choice((bytes, dice.randbytes))
        for sector, given in self._sectors.items():
            held = self._held(sector) or lay_there(self._sector)
            self._put(left, sector, way(held, given))
        length = way_of_lengths(self._length, self._lengths) if self._lengths else self._length
        return bytes(left[:length].ljust(length, b"\0"))

    def _give(self, number: int, first: int, last: int) -> None:
        for sector in range(first // self._sector, -(-last // self._sector)):
            content = self._seen[sector * self._sector : (sector + 1) * self._sector]
            self._sectors.setdefault(sector, []).append((number, bytes(content.ljust(self._sector, b"\0"))))

    def _held(self, sector: int) -> bytes:
        content = self._disk[sector * self._sector : (sector + 1) * self._sector]
        return bytes(content.ljust(self._sector, b"\0")) if content else b""

    def _put(self, on: bytearray, sector: int, content: bytes) -> None:
        start = sector * self._sector
        if content:
            on.extend(bytes(max(0, start + self._sector - len(on))))
            on[start : start + self._sector] = content


FOLDER = File(1)
"""Stands for a folder, where a name leads to one."""


class Disk:
    """The files and folders beneath one folder, which is there to begin with."""

    def __init__(self, root: Path, sector: int, dice: Random) -> None:
        self._root, self._sector, self._dice = root, sector, dice
        self._seen: dict[Path, File | None] = {}
        self._held: dict[Path, File | None] = {}
        self._names: dict[Path, list[Change[File | None]]] = {}
        self._number = 0

    def lay(self, path: Path, content: bytes | None) -> None:
        """Something that is on the disk to begin with: a file, or a folder where there is no content."""
        self._seen[path] = self._held[path] = FOLDER if content is None else File(self._sector, content)

    def do(self, number: int, call: Call) -> None:
        """What this call did. Calls are numbered in the order in which they began."""
        self._number = number
        match call:
            case Made(path) if self._seen.get(path) is None:
                self._name(number, path, File(self._sector))
            case MadeFolder(path):
                self._name(number, path, FOLDER)
            case Removed(path):
                self._name(number, path, None)
            case Wrote(path, offset, data):
                self._file(path).write(number, offset, data)
            case Resized(path, length):
                self._file(path).resize(number, length)
            case Flushed(path, began, failed):
                self._flush(path, began, failed=failed)

    def put_down(self, where: Path) -> None:
        """Puts down, in an empty folder, one of the states that the disk may be in when power is back."""
        names: Way[File | None] = any_way(self._dice, self._number)
        way: Way[bytes] = any_way(self._dice, self._number)
        any_length: Way[int] = any_way(self._dice, self._number)
        lengths = self._dice.choice((everything, any_length))
        for path in sorted({*self._held, *self._names}):
            given, held = self._names.get(path), self._held.get(path)
            file = names(held, given) if given else held
            target = where / path.relative_to(self._root)
            if file is None or not target.parent.exists():
                continue
            if file is FOLDER:
                target.mkdir(mode=0o700)
            elif path.name.endswith(THROUGH_MEMORY):
                target.write_bytes(self._dice.choice((b"", bytes(32768), self._dice.randbytes(32768))))
            else:
                target.write_bytes(file.after(way, lengths, self._dice))

    def _file(self, path: Path) -> File:
        file = self._seen.get(path)
        assert file is not None, "written to before it was made"
        return file

    def _name(self, number: int, path: Path, file: File | None) -> None:
        self._seen[path] = file
        self._names.setdefault(path, []).append((number, file))

    def _flush(self, path: Path, began: int, *, failed: bool) -> None:
        file = self._seen.get(path)
        if file is not None and file is not FOLDER:
            way: Way[bytes] = any_way(self._dice, began) if failed else everything
            lengths: Way[int] = any_way(self._dice, began) if failed else everything
            file.flush(began, way, self._dice.choice((lengths, everything)))
            return
        for name, given in list(self._names.items()):
            due = [each for each in given if each[0] < began and name.parent == path and not failed]
            if due:
                self._held[name] = due[-1][1]
                self._names[name] = given[len(due) :]
            if not self._names[name]:
                del self._names[name]
