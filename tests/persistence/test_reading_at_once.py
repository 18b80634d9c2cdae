"""Threads that read stored records at once, before any was read in their process."""

import sys

from tests.durability.calls import ran
from tests.persistence.reading_at_once import PROGRAM


def test_a_process_whose_threads_read_its_first_records_at_once_reads_them_all() -> None:
    """Where more than one thread at a time made what they read with, one process in three ended there."""
    assert ran(sys.executable, "-m", PROGRAM)
