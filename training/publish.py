"""A model that earns its place is written once, whole, and put into service; to go back is one step."""

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from riskflag.classifier.bins import Bins
from riskflag.classifier.features import SCHEMA_HASH
from riskflag.classifier.model import Model
from riskflag.classifier.model_file import (
    MODEL_FILE,
    Current,
    KnownAnswer,
    Manifest,
    hash_of,
    names_a_version,
    write,
)
from riskflag.errors import BadInput
from riskflag.persistence.published_models import CURRENT_FILE, MANIFEST_FILE, published_model

KNOWN_PEOPLE = 5
OURS = frozenset({MODEL_FILE, MANIFEST_FILE})


def publish(folder: Path, model: Model, files: Mapping[str, bytes]) -> Path:
    """Writes a version, whole or not at all, and returns its folder. It is not in service yet. Raises
    BadInput where it exists or may not be called so, and ModelUnusable where it could not be served.

    folder: where models are published
    files: everything else that belongs to it (metrics, card, pictures), by name
    """
    if not names_a_version(model.version):
        raise BadInput({"version": "must be letters, digits, dots and hyphens, a digit among them"})
    if any(name in OURS or Path(name).name != name for name in files):
        raise ValueError("a file of a version must have a plain name, which no other file of it has")
    version = folder / model.version
    if version.exists():
        raise BadInput({"version": "is published already, and what is published is never changed"})
    contents = {MODEL_FILE: write(model), **files}
    contents[MANIFEST_FILE] = write(
        Manifest(
            version=model.version,
            schema=model.schema,
            files={name: hash_of(content) for name, content in sorted(contents.items())},
            known_answers=tuple(known_answers(model)),
        )
    )
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder) as unfinished:
        whole = Path(unfinished) / model.version
        whole.mkdir()
        for name, content in contents.items():
            _write(whole / name, content)
        current = Current(model.version, hash_of(contents[MANIFEST_FILE]))
        published_model(Path(unfinished), current, model.schema)
        whole.rename(version)
    return version


def put_into_service(folder: Path, version: str, served_schema: str = SCHEMA_HASH) -> None:
    """Makes a published version the one that is served, once it has been checked whole as the service will.
    Raises ModelUnusable where it could not be served, and BadInput where there is no such version.

    served_schema: hash of the features' definitions that the service has
    """
    manifest = folder / version / MANIFEST_FILE
    if not names_a_version(version) or not manifest.is_file():
        raise BadInput({"version": "is not published"})
    current = Current(version, hash_of(manifest.read_bytes()))
    published_model(folder, current, served_schema)
    unfinished = folder / f"{CURRENT_FILE}.new"
    _write(unfinished, current.line.encode("ascii"))
    unfinished.replace(folder / CURRENT_FILE)


def known_answers(model: Model) -> list[KnownAnswer]:
    """What the model says of made-up people: one of whom nothing is known, the others from low to high."""
    shares = [step / (KNOWN_PEOPLE - 2) for step in range(KNOWN_PEOPLE - 1)]
    nothing_known: list[float | None] = [None] * len(model.bins)
    people = [nothing_known, *([_at(bins, share) for bins in model.bins] for share in shares)]
    answers = []
    for person in people:
        vector = [float("nan") if value is None else value for value in person]
        answers.append(KnownAnswer(tuple(person), {each.harm: each.log_odds for each in model.score(vector)}))
    return answers


def _at(bins: Bins, share: float) -> float | None:
    if bins.lowest is None or bins.highest is None:
        return None
    return bins.lowest + share * (bins.highest - bins.lowest)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
