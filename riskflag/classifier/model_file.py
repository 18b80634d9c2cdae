"""A model as a file: JSON that a person can read, and that is served only when all of it is as published.

``CURRENT`` names a version and holds the hash of its manifest, the manifest holds the hash of every other
file of the version, and known answers. No code runs when a model is read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

import msgspec

from riskflag.classifier.harm import Harm
from riskflag.classifier.model import Model
from riskflag.errors import ModelUnusable

T = TypeVar("T")

MODEL_FILE = "model.json"
_VERSION = re.compile(r"(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9.-]*")
EXACT = 1e-12
"""How far a known answer may be off: less than any change of a model would make."""


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """What the model said of one made-up person when it was published.

    vector: the person's features in order; null is unknown
    log_odds: the log-odds of each harm
    """

    vector: tuple[float | None, ...]
    log_odds: Mapping[Harm, float]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What must be so before a version is served.

    version: its name
    schema: hash of the features' definitions that it learned on
    files: for each other file of the version, its SHA-256
    known_answers: what the model must say
    """

    version: str
    schema: str
    files: Mapping[str, str]
    known_answers: tuple[KnownAnswer, ...]


@dataclass(frozen=True, slots=True)
class Current:
    """Which version is served.

    version: its name
    manifest_hash: SHA-256 of its manifest
    """

    version: str
    manifest_hash: str

    @property
    def line(self) -> str:
        """As it stands in the file ``CURRENT``."""
        return f"{self.version} {self.manifest_hash}\n"


_MANIFEST = msgspec.json.Decoder(Manifest)
_MODEL = msgspec.json.Decoder(Model)


def names_a_version(name: str) -> bool:
    """Whether a version may be called so: letters, digits, dots and hyphens, a digit among them. Its folder
    then lies beside ``CURRENT``, and is neither that file nor anywhere else."""
    return _VERSION.fullmatch(name) is not None


def read_current(text: str) -> Current:
    """What ``CURRENT`` says. Raises ModelUnusable."""
    version, _, manifest_hash = text.removesuffix("\n").partition(" ")
    current = Current(version, manifest_hash)
    if current.line != text or not names_a_version(version):
        raise ModelUnusable("the name of the model in service cannot be read")
    return current


def read_manifest(content: bytes, current: Current) -> Manifest:
    """The manifest of the version in service. Raises ModelUnusable."""
    if hash_of(content) != current.manifest_hash:
        raise ModelUnusable("the model's manifest is not the one that was put into service")
    manifest = _decoded(content, _MANIFEST)
    if manifest.version != current.version:
        raise ModelUnusable("the model's manifest is of another version")
    return manifest


def read_model(content: bytes, manifest: Manifest, served_schema: str) -> Model:
    """The model of this manifest. Raises ModelUnusable.

    served_schema: hash of the definitions of the features that would be handed to it
    """
    if hash_of(content) != manifest.files.get(MODEL_FILE):
        raise ModelUnusable("the model has changed since it was published")
    model = read_content(content)
    if not model.schema == manifest.schema == served_schema:
        raise ModelUnusable("the model learned on features that are defined otherwise than those served")
    if model.version != manifest.version or not manifest.known_answers:
        raise ModelUnusable("the model is not the one that its manifest describes")
    if not all(answers_as_known(model, known) for known in manifest.known_answers):
        raise ModelUnusable("the model does not give the answers that it gave when it was published")
    return model


def answers_as_known(model: Model, known: KnownAnswer) -> bool:
    """Whether the model says what it said when it was published."""
    vector = [float("nan") if value is None else value for value in known.vector]
    if len(vector) != len(model.bins) or set(known.log_odds) != set(model.harms):
        return False
    return all(abs(score.log_odds - known.log_odds[score.harm]) <= EXACT for score in model.score(vector))


def write(content: Model | Manifest) -> bytes:
    """A model or a manifest as JSON, every number exact."""
    return msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n"


def hash_of(content: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return sha256(content).hexdigest()


def read_content(content: bytes) -> Model:
    """The model in a file, whatever vouches for it. Raises ModelUnusable."""
    return _decoded(content, _MODEL)


def _decoded(content: bytes, reader: msgspec.json.Decoder[T]) -> T:
    try:
        return reader.decode(content)
    except (msgspec.DecodeError, ValueError, RecursionError):
        raise ModelUnusable("a file of the model does not hold what it should") from None
