"""What each published model is and how good it is, for people to read: every version in the folder.

A version is shown with what its own manifest vouches for, and what does not match it is not shown. Whether it
may score anybody is not decided here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from riskflag.classifier.figures import Figures, read_figures
from riskflag.classifier.model import Model
from riskflag.classifier.model_file import (
    MODEL_FILE,
    Current,
    Manifest,
    hash_of,
    names_a_version,
    read_content,
    read_current,
    read_manifest,
)
from riskflag.errors import ModelUnusable
from riskflag.persistence.published_models import CURRENT_FILE, MANIFEST_FILE

CARD_FILE, FIGURES_FILE = "CARD.md", "metrics.json"
NOT_AS_PUBLISHED = "a file of it is missing, or has changed since it was published"
NOT_READABLE = "what it says of itself cannot be read"
NOT_THE_ONE = "it is not the version that was put into service under this name"
NOT_FOR, LIMITS = "What it is not for", "Limits"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a version holds, as it was published.

    model: the model
    figures: how good it is
    schema: hash of the definitions of the features that it learned on
    not_for: what it is not for, in sentences of its card
    limits: its limits, in sentences of its card
    """

    model: Model
    figures: Figures
    schema: str
    not_for: tuple[str, ...]
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedCard:
    """One published version.

    version: its name
    named: whether ``CURRENT`` names it
    contents: what it holds; None where that is not as it was published
    because: why; empty where it is
    """

    version: str
    named: bool
    contents: Contents | None
    because: str = ""


def published_cards(folder: Path) -> tuple[PublishedCard, ...]:
    """Every version in the folder where models are published, by name. A folder that cannot be read holds
    none."""
    try:
        found = sorted(each.name for each in folder.iterdir() if (each / MANIFEST_FILE).is_file())
    except OSError:
        return ()
    current = _current(folder)
    return tuple(_card(folder, version, current) for version in found if names_a_version(version))


def _current(folder: Path) -> Current | None:
    try:
        return read_current((folder / CURRENT_FILE).read_bytes().decode("ascii"))
    except (OSError, UnicodeDecodeError, ModelUnusable):
        return None


def _card(folder: Path, version: str, current: Current | None) -> PublishedCard:
    named = current is not None and current.version == version
    try:
        manifest_bytes = (folder / version / MANIFEST_FILE).read_bytes()
        if current is not None and named and hash_of(manifest_bytes) != current.manifest_hash:
            return PublishedCard(version, named, None, NOT_THE_ONE)
        manifest = read_manifest(manifest_bytes, Current(version, hash_of(manifest_bytes)))
        files = {name: (folder / version / name).read_bytes() for name in manifest.files if _plain(name)}
        if any(hash_of(files.get(name, b"")) != digest for name, digest in manifest.files.items()):
            return PublishedCard(version, named, None, NOT_AS_PUBLISHED)
        return PublishedCard(version, named, _contents(manifest, files))
    except OSError:
        return PublishedCard(version, named, None, NOT_AS_PUBLISHED)
    except (ModelUnusable, KeyError):
        return PublishedCard(version, named, None, NOT_READABLE)


def _plain(name: str) -> bool:
    return Path(name).name == name


def _contents(manifest: Manifest, files: Mapping[str, bytes]) -> Contents:
    try:
        card = files[CARD_FILE].decode("utf-8")
    except ValueError:
        raise ModelUnusable("the model cannot be read") from None
    model, figures = read_content(files[MODEL_FILE]), read_figures(files[FIGURES_FILE])
    if not manifest.version == model.version == figures.version:
        raise ModelUnusable("the files of the model are of different versions")
    return Contents(model, figures, manifest.schema, points_under(card, NOT_FOR), points_under(card, LIMITS))


def points_under(card: str, heading: str) -> tuple[str, ...]:
    """The points that a card lists under a heading, each as plain text."""
    under, points = False, []
    for line in card.splitlines():
        if line.startswith("## "):
            under = line == f"## {heading}"
        elif under and line.startswith("- "):
            points.append(line.removeprefix("- ").replace("**", "").replace("`", ""))
    return tuple(points)
