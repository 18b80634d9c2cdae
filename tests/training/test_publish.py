"""A version is published whole or not at all, is never changed, and is served only where it could be."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from riskflag.classifier.features import SCHEMA_HASH
from riskflag.classifier.harm import Harm
from riskflag.classifier.model import Model
from riskflag.classifier.model_file import answers_as_known
from riskflag.errors import BadInput, ModelUnusable
from riskflag.persistence.published_models import CURRENT_FILE, MANIFEST_FILE, model_in_service
from tests.classifier.models import BREACHES, a_model
from tests.classifier.test_scorer import a_served_model
from training import publish as publishing
from training.publish import KNOWN_PEOPLE, known_answers, publish, put_into_service

FILES = {"CARD.md": b"# A model\n", "metrics.json": b"{}\n"}


def version(name: str = "made-up-1", intercept: float = -1.5) -> Model:
    return replace(a_served_model(intercept), version=name)


def held(folder: Path) -> dict[str, bytes]:
    """Every file under a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_published_model_is_served_once_it_is_put_into_service(tmp_path: Path) -> None:
    assert publish(tmp_path, version(), FILES) == tmp_path / "made-up-1"
    assert set(held(tmp_path)) == {f"made-up-1/{name}" for name in (*FILES, "model.json", MANIFEST_FILE)}
    with pytest.raises(ModelUnusable):
        model_in_service(tmp_path)
    put_into_service(tmp_path, "made-up-1")
    assert model_in_service(tmp_path) == version()
    assert sorted(path.name for path in tmp_path.iterdir()) == [CURRENT_FILE, "made-up-1"]


def test_the_same_model_is_published_as_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        publish(tmp_path / name, version(), FILES)
    assert held(tmp_path / "one") == held(tmp_path / "two")


@pytest.mark.parametrize("failing", range(4))
def test_a_failure_in_the_middle_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    publish(tmp_path, version(), FILES)
    put_into_service(tmp_path, "made-up-1")
    before, write = held(tmp_path), publishing._write
    written: list[Path] = []

    def full(path: Path, content: bytes) -> None:
        if len(written) == failing:
            raise OSError("no space is left")
        written.append(path)
        write(path, content)

    monkeypatch.setattr(publishing, "_write", full)
    with pytest.raises(OSError, match="no space"):
        publish(tmp_path, version("made-up-2"), FILES)
    assert held(tmp_path) == before
    assert not (tmp_path / "made-up-2").exists()


def test_a_model_that_could_not_be_read_back_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = [replace(known, log_odds=dict.fromkeys(Harm, 0.5)) for known in known_answers(version())]
    monkeypatch.setattr(publishing, "known_answers", lambda _: wrong)
    with pytest.raises(ModelUnusable, match="does not give the answers"):
        publish(tmp_path, version(), FILES)
    assert held(tmp_path) == {}


def test_what_is_published_is_never_overwritten(tmp_path: Path) -> None:
    publish(tmp_path, version(), FILES)
    before = held(tmp_path)
    with pytest.raises(BadInput, match="is published already"):
        publish(tmp_path, version(intercept=0.0), {})
    assert held(tmp_path) == before


@pytest.mark.parametrize("name", ["", ".", "..", "../made-up-1", "a/1", "CURRENT", "CURRENT.new", "model", "versión-1", "-1"])  # fmt: skip
def test_a_version_is_a_folder_beside_the_others_and_nothing_else(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="version"):
        publish(tmp_path / "models", version(name), FILES)
    with pytest.raises(BadInput, match="is not published"):
        put_into_service(tmp_path / "models", name)
    assert held(tmp_path) == {}


@pytest.mark.parametrize("name", ["model.json", MANIFEST_FILE, "../card", "pictures/one.svg"])
def test_no_file_takes_the_place_of_another(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="plain name"):
        publish(tmp_path, version(), {name: b"x"})
    assert held(tmp_path) == {}


def test_going_back_is_one_step(tmp_path: Path) -> None:
    for name in ("made-up-1", "made-up-2"):
        publish(tmp_path, version(name), FILES)
        put_into_service(tmp_path, name)
    assert model_in_service(tmp_path).version == "made-up-2"
    put_into_service(tmp_path, "made-up-1")
    assert model_in_service(tmp_path).version == "made-up-1"


@pytest.mark.parametrize("name", ["model.json", "CARD.md", MANIFEST_FILE])
@pytest.mark.parametrize("damage", [pytest.param(b"{}", id="changed"), pytest.param(None, id="gone")])
def test_a_version_that_is_not_as_published_is_not_put_into_service(
    tmp_path: Path, name: str, damage: bytes | None
) -> None:
    for one in ("made-up-1", "made-up-2"):
        publish(tmp_path, version(one), FILES)
    put_into_service(tmp_path, "made-up-1")
    path = tmp_path / "made-up-2" / name
    path.unlink() if damage is None else path.write_bytes(damage)
    with pytest.raises((ModelUnusable, BadInput)):
        put_into_service(tmp_path, "made-up-2")
    assert model_in_service(tmp_path).version == "made-up-1"


def test_a_model_of_features_that_are_not_served_is_not_put_into_service(tmp_path: Path) -> None:
    publish(tmp_path, a_model(), FILES)
    with pytest.raises(ModelUnusable, match="defined otherwise"):
        put_into_service(tmp_path, "test-1")
    assert not (tmp_path / CURRENT_FILE).exists()
    put_into_service(tmp_path, "test-1", a_model().schema)
    assert model_in_service(tmp_path, a_model().schema) == a_model()


def test_known_answers_are_of_nobody_known_and_of_people_from_low_to_high() -> None:
    model = a_model()
    known = known_answers(model)
    assert [each.vector for each in known] == [
        (None, None),
        (18.0, 0.0),
        pytest.approx((18 + 62 / 3, 4 / 3)),
        pytest.approx((18 + 124 / 3, 8 / 3)),
        (80.0, 4.0),
    ]
    assert len(known) == KNOWN_PEOPLE
    assert all(answers_as_known(model, each) for each in known)
    assert not any(answers_as_known(a_model(intercept=-1.4), each) for each in known)


def test_a_feature_that_nobody_had_a_value_of_is_unknown_in_every_known_answer(tmp_path: Path) -> None:
    never = replace(BREACHES, edges=(), lowest=None, highest=None)
    model = a_model((never, BREACHES), ((0.0, 0.5), (0.0, 0.1, 0.2, 0.3)))
    assert {each.vector[0] for each in known_answers(model)} == {None}
    publish(tmp_path, model, FILES)


def test_the_manifest_says_what_a_person_can_check(tmp_path: Path) -> None:
    manifest = json.loads((publish(tmp_path, version(), FILES) / MANIFEST_FILE).read_text(encoding="utf-8"))
    assert manifest["schema"] == SCHEMA_HASH
    assert set(manifest["files"]) == {*FILES, "model.json"}
