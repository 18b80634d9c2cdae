"""The folder of published models: which one is in service, and whether it is as it was published."""

from pathlib import Path

from riskflag.classifier.features import SCHEMA_HASH
from riskflag.classifier.model import Model
from riskflag.classifier.model_file import MODEL_FILE, hash_of, read_current, read_manifest, read_model
from riskflag.errors import ModelUnusable

CURRENT_FILE = "CURRENT"
MANIFEST_FILE = "manifest.json"


def model_in_service(folder: Path, served_schema: str = SCHEMA_HASH) -> Model:
    """The model that ``CURRENT`` names, once every file of it has been checked. Raises ModelUnusable.

    folder: where models are published, one folder each
    served_schema: hash of the features' definitions
    """
    try:
        current = read_current((folder / CURRENT_FILE).read_bytes().decode("ascii"))
        version = folder / current.version
        manifest = read_manifest((version / MANIFEST_FILE).read_bytes(), current)
        files = {name: (version / name).read_bytes() for name in manifest.files}
    except (OSError, UnicodeDecodeError):
        raise ModelUnusable("a file of the model in service is missing or cannot be read") from None
    if any(hash_of(content) != manifest.files[name] for name, content in files.items()):
        raise ModelUnusable("a file of the model has changed since it was published")
    return read_model(files.get(MODEL_FILE, b""), manifest, served_schema)
