"""The folder of published models: which one is in service, and whether it is as it was published."""

from pathlib import Path

from riskflag.classifier.features import SCHEMA_HASH
from riskflag.classifier.model import Model
from riskflag.classifier.model_file import (
    MODEL_FILE,
    Current,
    answers_as_known,
    hash_of,
    read_current,
    read_manifest,
    read_model,
)
from riskflag.errors import ModelUnusable

CURRENT_FILE = "CURRENT"
MANIFEST_FILE = "manifest.json"


def model_in_service(folder: Path, served_schema: str = SCHEMA_HASH) -> Model:
    """The model that ``CURRENT`` names, once every file of it has been checked. Raises ModelUnusable.

    folder: where models are published, one folder each
    served_schema: hash of the features' definitions
    """
    try:
        text = (folder / CURRENT_FILE).read_bytes().decode("ascii")
    except (OSError, UnicodeDecodeError):
        raise ModelUnusable("which model is in service cannot be read") from None
    return published_model(folder, read_current(text), served_schema)


def published_model(folder: Path, current: Current, served_schema: str = SCHEMA_HASH) -> Model:
    """A published model, once every file of it has been checked. Raises ModelUnusable.

    folder, served_schema: as for the model in service
    current: its version, and the hash of its manifest
    """
    version = folder / current.version
    try:
        manifest = read_manifest((version / MANIFEST_FILE).read_bytes(), current)
        files = {name: (version / name).read_bytes() for name in manifest.files}
    except OSError:
        raise ModelUnusable("a file of the model is missing or cannot be read") from None
    if any(hash_of(content) != manifest.files[name] for name, content in files.items()):
        raise ModelUnusable("a file of the model has changed since it was published")
    return read_model(files.get(MODEL_FILE, b""), manifest, served_schema)


def answers_as_published(folder: Path, model: Model) -> bool:
    """Whether a model that is in use says what it said when it was published. Raises ModelUnusable."""
    try:
        content = (folder / model.version / MANIFEST_FILE).read_bytes()
    except OSError:
        raise ModelUnusable("a file of the model is missing or cannot be read") from None
    known_answers = read_manifest(content, Current(model.version, hash_of(content))).known_answers
    return bool(known_answers) and all(answers_as_known(model, known) for known in known_answers)
