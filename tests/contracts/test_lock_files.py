"""The lock files hold what pyproject.toml asks for, each file with a hash, and agree with each other."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
PINNED = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^ ;\\]+)", re.MULTILINE)
RUNNING = [*PROJECT["project"]["dependencies"], *EXTRAS["build"], *PROJECT["build-system"]["requires"]]
LOCKED = {
    "service": RUNNING,
    "development": [*RUNNING, *EXTRAS["training"], *EXTRAS["dev"]],
    "peers": [*PROJECT["project"]["dependencies"], *EXTRAS["training"], *EXTRAS["peers"]],
    **{
        name: (ROOT / f"requirements/{name}.in").read_text(encoding="utf-8").split()
        for name in ("resolver", "libpostal")
    },
}


def lock(name: str) -> str:
    """The text of one lock file."""
    return (ROOT / f"requirements/{name}.lock").read_text(encoding="utf-8")


def pins(name: str) -> set[tuple[str, Version]]:
    """Every name and version in one lock file; a name has two where platforms differ."""
    return {
        (canonicalize_name(found["name"]), Version(found["version"])) for found in PINNED.finditer(lock(name))
    }


@pytest.mark.parametrize(
    ("name", "asked"),
    [pytest.param(name, asked, id=f"{name}: {asked}") for name in LOCKED for asked in LOCKED[name]],
)
def test_a_lock_file_holds_what_is_asked_for(name: str, asked: str) -> None:
    wanted = Requirement(asked)
    versions = {version for pinned, version in pins(name) if pinned == canonicalize_name(wanted.name)}
    assert versions, "missing: run make lock"
    assert all(wanted.specifier.contains(version, prereleases=True) for version in versions), "run make lock"


@pytest.mark.parametrize("name", LOCKED)
def test_every_pinned_package_has_a_hash(name: str) -> None:
    entries = re.split(r"^(?=\S+==)", lock(name), flags=re.MULTILINE)
    assert not [
        entry.split("\n")[0] for entry in entries if PINNED.match(entry) and "--hash=sha256:" not in entry
    ]


@pytest.mark.parametrize("name", LOCKED)
def test_no_lock_file_names_where_packages_come_from(name: str) -> None:
    assert not re.findall(r"https?://|--index-url|--extra-index-url|--find-links|file:", lock(name))


def test_what_is_served_is_what_was_tested() -> None:
    assert pins("service") <= pins("development")
