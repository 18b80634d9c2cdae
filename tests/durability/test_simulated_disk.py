"""The disk that loses power keeps what it must, and loses whatever it may."""

from collections.abc import Sequence
from pathlib import Path
from random import SystemRandom

import pytest

from tests.durability.calls import (
    Call,
    Flushed,
    Made,
    MadeFolder,
    Removed,
    Resized,
    Said,
    UnknownCall,
    Wrote,
    calls_in,
)
from tests.durability.simulated_disk import Disk

ROOT = Path("/here")
FILE, BESIDE = ROOT / "file", ROOT / "beside"
SECTOR = 4
OLD, NEW = b"aaaabbbb", b"AAAABBBB"
ANY_SECTORS = {OLD, b"AAAAbbbb", b"aaaaBBBB", NEW}
OFTEN = 300


def flushed(path: Path, began: int, *, failed: bool = False) -> Flushed:
    return Flushed(path, began, failed)


def left_by(calls: Sequence[Call], folder: Path, laid: bytes | None) -> bytes | None:
    disk = Disk(ROOT, SECTOR, SystemRandom())
    if laid is not None:
        disk.lay(FILE, laid)
    for number, call in enumerate(calls):
        disk.do(number, call)
    folder.mkdir()
    disk.put_down(folder)
    found = list(folder.rglob("file"))
    return found[0].read_bytes() if found else None


@pytest.mark.parametrize(
    ("laid", "calls", "may_be"),
    [
        pytest.param(OLD, [], {OLD}, id="what was there stays"),
        pytest.param(
            None,
            [Made(FILE), Wrote(FILE, 0, NEW), flushed(FILE, 2), flushed(ROOT, 3)],
            {NEW},
            id="all flushed",
        ),
        pytest.param(
            None,
            [Made(FILE), Wrote(FILE, 0, NEW), flushed(FILE, 2)],
            {None, NEW},
            id="its name was not flushed",
        ),
        pytest.param(
            None,
            [MadeFolder(BESIDE), Made(BESIDE / "file"), flushed(BESIDE, 2)],
            {None, b""},
            id="the name of its folder was not flushed",
        ),
        pytest.param(
            None,
            [MadeFolder(BESIDE), Made(BESIDE / "file"), flushed(BESIDE, 2), flushed(ROOT, 3)],
            {b""},
            id="nor is it lost once that was",
        ),
        pytest.param(OLD, [Wrote(FILE, 0, NEW)], ANY_SECTORS, id="any sector may come"),
        pytest.param(
            OLD,
            [Wrote(FILE, 0, NEW), Wrote(FILE, 3, b"x"), Wrote(FILE, 7, b"x")],
            {a + b for a in (b"aaaa", b"AAAA", b"AAAx") for b in (b"bbbb", b"BBBB", b"BBBx")},
            id="as any write left it",
        ),
        pytest.param(
            OLD,
            [Wrote(FILE, 0, b"x" * 8), flushed(FILE, 0)],
            {OLD, b"x" * 8, b"xxxxbbbb", b"aaaaxxxx"},
            id="late",
        ),
        pytest.param(
            OLD, [Wrote(FILE, 0, NEW), flushed(FILE, 1, failed=True)], ANY_SECTORS, id="a flush that failed"
        ),
        pytest.param(
            OLD,
            [Wrote(FILE, 0, NEW), flushed(FILE, 1, failed=True), flushed(FILE, 2)],
            ANY_SECTORS,
            id="the next flush does not bring what one that failed was to bring",
        ),
        pytest.param(
            OLD,
            [Wrote(FILE, 0, NEW), flushed(FILE, 1, failed=True), Wrote(FILE, 0, NEW), flushed(FILE, 3)],
            {NEW},
            id="unless it is written again",
        ),
        pytest.param(OLD, [Removed(FILE)], {OLD, None}, id="removed, and its folder was not flushed"),
        pytest.param(OLD, [Removed(FILE), flushed(ROOT, 1)], {None}, id="removed for good"),
        pytest.param(
            OLD,
            [Removed(FILE), flushed(ROOT, 1, failed=True)],
            {OLD, None},
            id="a folder that could not be flushed",
        ),
        pytest.param(
            OLD, [Removed(FILE), Made(FILE)], {OLD, None, b""}, id="another file of that name was made since"
        ),
        pytest.param(
            OLD,
            [Resized(FILE, 4)],
            {OLD, b"aaaa", b"aaaa" + bytes(4)},
            id="cut short, and that was not flushed",
        ),
        pytest.param(OLD, [Resized(FILE, 4), flushed(FILE, 1)], {b"aaaa"}, id="cut short for good"),
    ],
)
def test_it_is_left_in_each_state_that_it_may_be_in_and_in_no_other(
    tmp_path: Path, laid: bytes | None, calls: Sequence[Call], may_be: set[bytes | None]
) -> None:
    assert {left_by(calls, tmp_path / str(number), laid) for number in range(OFTEN)} == may_be


def spelt(text: str) -> str:
    return "".join(f"\\x{each:02x}" for each in text.encode())


AT, OUTSIDE = f"AT_FDCWD<{spelt('/')}>", spelt("/hereafter/file")
OPENED, FOLDER, SPEAKING = f"3<{spelt(str(FILE))}>", f"4<{spelt(str(ROOT))}>", f"5<{spelt('/here/said')}>"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [f'7 openat({AT}, "{spelt(str(FILE))}", O_RDWR|O_CREAT, 0600) = {OPENED}'],
            [Made(FILE)],
            id="made",
        ),
        pytest.param([f'7 openat({AT}, "{spelt(str(FILE))}", O_RDONLY) = {OPENED}'], [None], id="only read"),
        pytest.param(
            [f'7 openat({AT}, "{OUTSIDE}", O_RDWR|O_CREAT, 0600) = 3<{OUTSIDE}>'], [], id="elsewhere"
        ),
        pytest.param([f'7 mkdir("{spelt(str(FILE))}", 0700) = 0'], [MadeFolder(FILE)], id="a folder"),
        pytest.param([f'7 unlink("{spelt(str(FILE))}") = 0'], [Removed(FILE)], id="removed"),
        pytest.param(
            [f'7 unlink("{spelt(str(FILE))}") = -1 ENOENT (No such file or directory)'],
            [None],
            id="nothing to remove",
        ),
        pytest.param(
            [f'7 pwrite64({OPENED}, "\\x61\\x62", 2, 9) = 2'], [Wrote(FILE, 9, b"ab")], id="written"
        ),
        pytest.param(
            [f'7 pwrite64({OPENED}, "\\x61\\x62", 2, 9) = 1'], [Wrote(FILE, 9, b"a")], id="written in part"
        ),
        pytest.param(
            [f'7 pwrite64({OPENED}, "\\x61", 1, 9) = -1 ENOSPC (No space left on device) (INJECTED)'],
            [None],
            id="full",
        ),
        pytest.param([f"7 ftruncate({OPENED}, 5) = 0"], [Resized(FILE, 5)], id="cut short"),
        pytest.param([f"7 fsync({FOLDER}) = 0"], [flushed(ROOT, 0)], id="a folder is flushed"),
        pytest.param(
            [f"7 fdatasync({OPENED}) = -1 EIO (Input/output error) (INJECTED)"],
            [flushed(FILE, 0, failed=True)],
            id="EIO",
        ),
        pytest.param([f'7 write({SPEAKING}, "\\x61\\x0a", 2) = 2'], [Said("a")], id="said"),
        pytest.param(
            [
                f"7 fdatasync({OPENED} <unfinished ...>",
                f'8 pwrite64({OPENED}, "\\x61", 1, 0 <unfinished ...>',
                "7 <... fdatasync resumed>) = 0",
                "8 <... pwrite64 resumed>) = 1",
            ],
            [None, Wrote(FILE, 0, b"a"), flushed(FILE, 0)],
            id="written while it was being flushed",
        ),
        pytest.param(
            [f"7 fdatasync({OPENED} <unfinished ...>", "7 +++ killed by SIGKILL +++"], [None], id="killed"
        ),
    ],
)
def test_what_was_written_down_is_read(
    tmp_path: Path, lines: Sequence[str], expected: list[Call | None]
) -> None:
    log = tmp_path / "log"
    log.write_text("".join(f"{line}\n" for line in lines), encoding="ascii")
    assert calls_in(log, ROOT) == expected


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            f'7 rename("{spelt(str(FILE))}", "{spelt(str(BESIDE))}") = 0', id="a file gets another name"
        ),
        pytest.param(f'7 write({OPENED}, "\\x61", 1) = 1', id="written at a place that nobody tells"),
        pytest.param(f'7 pwrite64({OPENED}, "\\x61"..., 9, 0) = 9', id="written down in part"),
        pytest.param(f"7 fallocate({OPENED}, 0, 0, 9) = 0", id="room is taken"),
        pytest.param(
            f"7 mmap(NULL, 9, PROT_READ|PROT_WRITE, MAP_SHARED, {OPENED}, 0) = 0x7f00", id="through memory"
        ),
        pytest.param(f"7 fdatasync({OPENED}", id="half a line"),
    ],
)
def test_what_the_disk_does_not_know_stops_the_test(tmp_path: Path, line: str) -> None:
    log = tmp_path / "log"
    log.write_text(f"{line}\n", encoding="ascii")
    with pytest.raises(UnknownCall):
        calls_in(log, ROOT)
