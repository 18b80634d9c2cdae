"""The model in service is every file of it as published, or it does not speak."""

from collections.abc import Callable
from pathlib import Path

import pytest
from numpy.random import Generator, default_rng

from riskflag.classifier.model_file import Current, KnownAnswer, Manifest, hash_of, write
from riskflag.classifier.scorer import ModelUse
from riskflag.errors import ModelUnusable
from riskflag.persistence.published_models import model_in_service
from riskflag.service import scorer_from
from tests.classifier.models import a_model
from tests.classifier.test_scorer import a_served_model

MODEL = a_model()
DAMAGES = 500


def publish(folder: Path, model: object = MODEL, card: bytes = b"# A model\n") -> Path:
    """A published model in service, as training publishes one."""
    assert isinstance(model, type(MODEL))
    version = folder / model.version
    version.mkdir(parents=True)
    vector = [1.0] * len(model.bins)
    known = KnownAnswer(tuple(vector), {score.harm: score.log_odds for score in model.score(vector)})
    files = {"model.json": write(model), "CARD.md": card}
    manifest = write(
        Manifest(model.version, model.schema, {name: hash_of(each) for name, each in files.items()}, (known,))
    )
    for name, content in {**files, "manifest.json": manifest}.items():
        (version / name).write_bytes(content)
    (folder / "CURRENT").write_text(Current(model.version, hash_of(manifest)).line, encoding="ascii")
    return folder


def test_a_model_that_is_as_published_is_served(tmp_path: Path) -> None:
    assert model_in_service(publish(tmp_path), MODEL.schema) == MODEL
    assert scorer_from(publish(tmp_path / "served", a_served_model())).use is ModelUse.IN_USE


def flipped(content: bytes, chance: Generator) -> bytes:
    at = int(chance.integers(8 * len(content)))
    changed = bytearray(content)
    changed[at // 8] ^= 1 << at % 8
    return bytes(changed)


def cut(content: bytes, chance: Generator) -> bytes:
    return content[: chance.integers(len(content))]


def doubled(content: bytes, chance: Generator) -> bytes:
    start = chance.integers(len(content))
    return content[:start] + content[start:] + content[start:] + b" "


def with_a_number_that_is_none(content: bytes, chance: Generator) -> bytes:
    digits = [at for at, byte in enumerate(content) if chr(byte).isdigit()]
    at = int(chance.choice(digits)) if digits else 0
    return content[:at] + b"NaN" + content[at + 1 :]


def of_another_schema(content: bytes, chance: Generator) -> bytes:
    return content.replace(b"features", b"features" + str(chance.random()).encode()) + b"\n"


DAMAGE: tuple[Callable[[bytes, Generator], bytes], ...] = (
    flipped,
    cut,
    doubled,
    with_a_number_that_is_none,
    of_another_schema,
)


def test_no_damaged_model_is_served(tmp_path: Path) -> None:
    chance, folder = default_rng(20261122), publish(tmp_path)
    paths = [folder / "CURRENT", *sorted((folder / MODEL.version).iterdir())]
    for number in range(DAMAGES):
        path = paths[number % len(paths)]
        whole = path.read_bytes()
        path.write_bytes(DAMAGE[number // len(paths) % len(DAMAGE)](whole, chance))
        with pytest.raises(ModelUnusable):
            model_in_service(folder, MODEL.schema)
        path.write_bytes(whole)
    assert model_in_service(folder, MODEL.schema) == MODEL


@pytest.mark.parametrize("name", ["CURRENT", "test-1/manifest.json", "test-1/model.json", "test-1/CARD.md"])
def test_a_model_of_which_a_file_is_missing_is_not_served(tmp_path: Path, name: str) -> None:
    (publish(tmp_path) / name).unlink()
    with pytest.raises(ModelUnusable):
        model_in_service(tmp_path, MODEL.schema)


def test_a_model_swapped_for_another_published_one_is_not_served(tmp_path: Path) -> None:
    publish(tmp_path / "one")
    other = publish(tmp_path / "two", a_model(intercept=-1.25))
    for name in ("model.json", "manifest.json"):
        (tmp_path / "one/test-1" / name).write_bytes((other / "test-1" / name).read_bytes())
        with pytest.raises(ModelUnusable):
            model_in_service(tmp_path / "one", MODEL.schema)


def test_where_nothing_is_published_the_service_says_so_and_still_starts(tmp_path: Path) -> None:
    assert scorer_from(tmp_path / "none").use is ModelUse.UNUSABLE
    assert scorer_from(None).use is ModelUse.OFF
