"""What a published version says of itself is read as it was published, or not at all."""

import json
from pathlib import Path

import msgspec
import pytest

from riskflag.classifier.figures import read_figures
from riskflag.errors import ModelUnusable
from riskflag.persistence.published_cards import LIMITS, NOT_FOR, points_under, published_cards
from tests.persistence.test_published_models import publish
from training.evaluation.evaluation import from_json

PUBLISHED = Path(__file__).parents[2] / "models"
METRICS = (PUBLISHED / "demonstration-2" / "metrics.json").read_bytes()


def test_the_figures_that_are_read_are_those_that_training_wrote() -> None:
    """Every field that pages read stands in what training writes, with the same value."""
    read = json.loads(msgspec.json.encode(read_figures(METRICS)))
    written = json.loads(msgspec.json.encode(from_json(METRICS)))
    assert read["harms"]
    assert_within(read, written)


def assert_within(read: object, written: object) -> None:
    if isinstance(read, dict):
        assert isinstance(written, dict)
        for name, value in read.items():
            assert_within(value, written[name])
    elif isinstance(read, list):
        assert isinstance(written, list)
        assert len(read) == len(written)
        for one, other in zip(read, written, strict=True):
            assert_within(one, other)
    else:
        assert read == written


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"{}", id="no figures"),
        pytest.param(METRICS[:-100], id="cut off"),
        pytest.param(METRICS.replace(b'"auc"', b'"auk"'), id="a figure left out"),
        pytest.param(b"\xff", id="no text"),
    ],
)
def test_figures_that_cannot_be_read_are_none(content: bytes) -> None:
    with pytest.raises(ModelUnusable):
        read_figures(content)


def test_each_version_is_shown_with_whether_current_names_it() -> None:
    (card,) = published_cards(PUBLISHED)
    assert (card.version, card.named, card.because) == ("demonstration-2", True, "")
    assert card.contents is not None
    assert card.contents.model.demonstration
    assert card.contents.not_for
    assert card.contents.limits


def test_a_version_without_figures_says_that_it_cannot_be_read(tmp_path: Path) -> None:
    (card,) = published_cards(publish(tmp_path))
    assert card.contents is None
    assert card.because == "what it says of itself cannot be read"


def test_a_file_that_lies_elsewhere_is_not_read(tmp_path: Path) -> None:
    folder = publish(tmp_path / "models")
    (tmp_path / "models" / "secret").write_bytes(b"x")
    manifest = folder / "test-1" / "manifest.json"
    told = json.loads(manifest.read_bytes())
    told["files"]["../secret"] = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    manifest.write_text(json.dumps(told), encoding="utf-8")
    (folder / "CURRENT").unlink()
    (card,) = published_cards(folder)
    assert card.contents is None
    assert not card.named


@pytest.mark.parametrize("folder", ["nowhere", "a file"])
def test_a_folder_that_cannot_be_read_holds_none(tmp_path: Path, folder: str) -> None:
    (tmp_path / "a file").write_bytes(b"")
    assert published_cards(tmp_path / folder) == ()


def test_a_heading_of_a_card_is_read_as_its_points() -> None:
    card = f"# A\n\n## {NOT_FOR}\n\n- It **clears** nobody.\n- No `x`.\n\nMore.\n\n## {LIMITS}\n\n- One.\n\n## B\n- Two.\n"
    assert points_under(card, NOT_FOR) == ("It clears nobody.", "No x.")
    assert points_under(card, LIMITS) == ("One.",)
    assert points_under(card, "Missing") == ()
