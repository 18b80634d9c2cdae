"""A config decides a model, so each field of it that cannot be right is named before anything is done."""

from datetime import date
from pathlib import Path

import pytest

from riskflag.errors import BadInput
from training.config import TrainingConfig, read_config

WHOLE = """
version = "made-up-1"

[cohort]
people = 500
seed = 3
first = 2010-01-01
last = 2023-12-31
followed_to = 2026-10-31

[split]
calibrate_from = 2018-01-01
test_from = 2021-01-01

[fit]
samples = 2

[thresholds]
domestic_abuse = 0.2
order_breach = 0.25
violence = 1
"""
EXTRACT = WHOLE.replace(
    WHOLE[WHOLE.index("[cohort]") : WHOLE.index("[split]")], '[extract]\nfolder = "extract"\n'
)


def read(folder: Path, text: str) -> TrainingConfig:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    return read_config(folder / "config.toml")


def test_dates_and_numbers_are_read_and_the_rest_is_as_it_comes(tmp_path: Path) -> None:
    config = read(tmp_path, WHOLE)
    assert config.cohort is not None
    assert config.cohort.first == date(2010, 1, 1)
    assert config.split.embargo
    assert (config.fit.samples, config.fit.rounds) == (2, 600)
    assert config.thresholds.violence == 1.0
    assert config.demonstration


def test_what_learns_from_an_extract_is_no_demonstration(tmp_path: Path) -> None:
    config = read(tmp_path, EXTRACT)
    assert config.extract is not None
    assert not config.demonstration


@pytest.mark.parametrize(
    ("said", "decided"), [("", False), ("decisions = true", True), ("decisions = false", False)]
)
def test_officers_decisions_count_only_where_the_config_says_so(
    tmp_path: Path, said: str, decided: bool
) -> None:
    config = read(tmp_path, EXTRACT.replace('folder = "extract"', f'folder = "extract"\n{said}'))
    assert config.extract is not None
    assert config.extract.decisions is decided


def test_the_config_that_comes_with_riskflag_can_be_read() -> None:
    assert read_config(Path(__file__).parents[2] / "training" / "demonstration.toml").demonstration


def without(line: str) -> tuple[str, str]:
    return f"{line}\n", "\n"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        pytest.param(without('version = "made-up-1"'), {"version"}, id="no name"),
        pytest.param(('"made-up-1"', '"../made-up-1"'), {"version"}, id="a name that is a path"),
        pytest.param(('"made-up-1"', '"CURRENT"'), {"version"}, id="the name of the file beside it"),
        pytest.param(("people = 500", "people = 0"), {"cohort.people"}, id="nobody"),
        pytest.param(("people = 500", 'people = "many"'), {"cohort.people"}, id="people in words"),
        pytest.param(
            ("2023-12-31", "2009-12-31"), {"cohort.last", "split.test_from"}, id="ends before it begins"
        ),
        pytest.param(("2026-10-31", "2023-10-31"), {"cohort.followed_to"}, id="followed to before the last"),
        pytest.param(("2010-01-01", "2010-01-01T10:00:00"), {"cohort.first"}, id="a moment for a day"),
        pytest.param(("2010-01-01", "10:00:00"), {"cohort.first"}, id="a time for a day"),
        pytest.param(
            ("2018-01-01", "2021-01-01"), {"split.test_from"}, id="calibrated and judged from one day"
        ),
        pytest.param(("2018-01-01", "2018-08-01"), {"split.test_from"}, id="nobody is left to calibrate on"),
        pytest.param(("2018-01-01", "2012-01-01"), {"split.calibrate_from"}, id="nobody is left to fit to"),
        pytest.param(("2021-01-01", "2024-01-01"), {"split.test_from"}, id="nobody is left to judge by"),
        pytest.param(("samples = 2", "samples = 0"), {"fit.samples"}, id="no sample"),
        pytest.param(("samples = 2", "leaves = 1"), {"fit.leaves"}, id="trees of one leaf"),
        pytest.param(("samples = 2", "share = 1.5"), {"fit.share"}, id="more than all"),
        pytest.param(("samples = 2", "rounds = 0\nshare = 0"), {"fit.rounds", "fit.share"}, id="two at once"),
        pytest.param(("samples = 2", "depth = 3"), {"fit"}, id="a setting that there is not"),
        pytest.param(
            ("violence = 1", "violence = 1.1"), {"thresholds.violence"}, id="more precise than certain"
        ),
        pytest.param(("violence = 1", "violence = 0"), {"thresholds.violence"}, id="no precision at all"),
        pytest.param(("violence = 1", "violence = nan"), {"thresholds.violence"}, id="no number"),
        pytest.param(without("violence = 1"), {"thresholds.violence"}, id="no threshold for one harm"),
        pytest.param(("[fit]", '[extract]\nfolder = "x"\n[fit]'), {"cohort"}, id="simulated and real people"),
        pytest.param(("[cohort]", "[cohort"), {"config"}, id="not TOML"),
        pytest.param(("made-up", "made\x00up"), {"config"}, id="a character that TOML does not allow"),
    ],
)
def test_each_wrong_field_is_named(tmp_path: Path, change: tuple[str, str], named: set[str]) -> None:
    assert change[0] in WHOLE
    with pytest.raises(BadInput) as refused:
        read(tmp_path, WHOLE.replace(*change))
    assert set(refused.value.problems) == named


def test_neither_simulated_nor_real_people_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="extract in its place"):
        read(tmp_path, EXTRACT.replace('[extract]\nfolder = "extract"\n', ""))


@pytest.mark.parametrize(
    "content", [pytest.param(None, id="no file"), pytest.param(b"\xff\xfe", id="not text")]
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content:
        (tmp_path / "config.toml").write_bytes(content)
    with pytest.raises(BadInput, match="cannot be read"):
        read_config(tmp_path / "config.toml")
