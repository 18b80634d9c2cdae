"""What machine figures were measured on, in one line."""

import os
import platform
from pathlib import Path


def described() -> str:
    """Its processor, how many there are, how busy they were in the last minute, and Python's version."""
    cores, busy = os.cpu_count(), os.getloadavg()[0]
    return f"{_processor()}, {cores} cores, load {busy:.1f}, Python {platform.python_version()}"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
