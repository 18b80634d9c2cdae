"""Models on the desk: what data scientists read of each version, and that nobody else does."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from api.app import create_app
from riskflag.classifier.features import FEATURES
from riskflag.classifier.harm import Harm
from riskflag.service import open_service
from riskflag.vocabulary import Role
from tests.api.world import World
from tests.pages.browser import NARROW, WIDE, Chromium, barriers, too_wide
from tests.pages.desk import Desk

PUBLISHED = Path(__file__).parents[3] / "models"
VERSION = "demonstration-2"
Damage = Callable[[Path], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the published models, to be damaged at will."""
    copied = tmp_path / "models"
    shutil.copytree(PUBLISHED, copied)
    return copied


def with_models(world: World, folder: Path) -> Iterator[Desk]:
    settings = replace(world.settings, models=folder)
    service = open_service(settings, world.clock)
    app = create_app(settings, service, clock=world.clock, wait=lambda _: None)
    yield Desk(replace(world, app=app, service=service, settings=settings))
    service.close()


def signed_in(world: World, folder: Path) -> Desk:
    desk = next(with_models(world, folder))
    desk.sign_in(Role.DATA_SCIENTIST)
    return desk


def test_versions_stand_beside_each_other_with_their_figures(world: World, folder: Path) -> None:
    shown = signed_in(world, folder).get("/desk/models")
    assert shown.status == 200
    for words in (
        VERSION,
        "In service",
        "Demonstration",
        "0.810 (0.797 to 0.824)",
        "13% (10% to 16%), 46 of 363",
    ):
        assert words in shown.text
    assert shown.text.count("demonstration-2, demonstration") == len(Harm)


def test_a_card_says_what_it_is_for_how_good_it_is_and_what_it_sees(world: World, folder: Path) -> None:
    shown = signed_in(world, folder).get(f"/desk/models/{VERSION}")
    assert shown.status == 200
    assert "learned from simulated people, and judged on simulated people" in shown.text
    assert "It clears nobody." in shown.text
    assert "1 January 2010 to 6 July 2019" in shown.text
    assert "Age band: 50 and over" in shown.text
    assert "Order breach (demonstration)" in shown.text
    assert "More than chance makes" in shown.text
    for feature in FEATURES:
        assert feature.title in shown.text
    assert shown.html.count("<svg") == 2 * len(Harm)
    assert " style=" not in shown.html


def test_a_feature_is_shown_with_the_way_it_may_move_the_probability(world: World, folder: Path) -> None:
    shown = signed_in(world, folder).get(f"/desk/models/{VERSION}").text
    assert "Proven breaches of orders in five years: the probability never falls as it grows" in shown
    assert "Years at liberty since the last offence: the probability never rises as it grows" in shown
    assert "Orders in force: the probability may do either as it grows" in shown
    assert "(protected characteristic)" in shown


def test_where_models_are_off_it_is_said(desk: Desk) -> None:
    desk.sign_in(Role.DATA_SCIENTIST)
    shown = desk.get("/desk/models")
    assert shown.status == 200
    assert "Models are off here" in shown.text
    assert desk.get(f"/desk/models/{VERSION}").status == 404


def cut(folder: Path) -> None:
    (folder / VERSION / "metrics.json").write_bytes(b"{}")


def lose(folder: Path) -> None:
    (folder / VERSION / "CARD.md").unlink()


def rewrite_manifest(folder: Path) -> None:
    manifest = folder / VERSION / "manifest.json"
    manifest.write_bytes(manifest.read_bytes() + b"\n")


@pytest.mark.parametrize(
    ("damage", "because"),
    [
        pytest.param(cut, "has changed since it was published", id="its figures were changed"),
        pytest.param(lose, "is missing, or has changed", id="its card is gone"),
        pytest.param(rewrite_manifest, "not the version that was put into service", id="another manifest"),
    ],
)
def test_what_is_not_as_published_is_not_shown(
    world: World, folder: Path, damage: Damage, because: str
) -> None:
    damage(folder)
    desk = signed_in(world, folder)
    listed, card = desk.get("/desk/models"), desk.get(f"/desk/models/{VERSION}")
    for shown in (listed, card):
        assert because in shown.text
        assert "0.810" not in shown.text
    assert "cannot be used" in listed.text
    assert "every answer says that it could not look for unrecognised risk" in listed.text


def test_an_older_version_is_not_in_service(world: World, folder: Path) -> None:
    (folder / "CURRENT").write_text("another-1 " + "0" * 64 + "\n", encoding="ascii")
    shown = signed_in(world, folder).get("/desk/models")
    assert "Published, not in service" in shown.text


@pytest.mark.parametrize(
    "version",
    [
        pytest.param("demonstration-9", id="one that is not published"),
        pytest.param("CURRENT", id="a file beside them"),
        pytest.param("..", id="the folder above"),
        pytest.param("%2e%2e%2fmodels%2fdemonstration-2", id="a path"),
        pytest.param("demonstration-2%00", id="a name that goes on"),
        pytest.param("a" * 41, id="a long name"),
    ],
)
def test_nothing_but_a_published_version_is_found(world: World, folder: Path, version: str) -> None:
    assert signed_in(world, folder).get(f"/desk/models/{version}").status == 404


@pytest.mark.parametrize("role", [Role.RESETTLEMENT_STAFF, Role.RESPONSIBLE_OFFICER, Role.AUDITOR])
@pytest.mark.parametrize("path", ["/desk/models", f"/desk/models/{VERSION}"])
def test_no_other_role_reads_of_models(desk: Desk, role: Role, path: str) -> None:
    desk.sign_in(role)
    assert desk.get(path).status == 403


@pytest.mark.server
@pytest.mark.enable_socket
@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_data_scientist_reads_of_a_model_in_a_browser(browser: Chromium, scripts: bool, width: int) -> None:
    with browser.window(Role.DATA_SCIENTIST, scripts=scripts, width=width) as page:
        assert page.text_content("h1") == "Models"
        assert not too_wide(page)
        assert not scripts or barriers(page) == []
        page.click(f"main table a:has-text('{VERSION}')")
        assert page.text_content("h1") == f"Model {VERSION}"
        assert not too_wide(page)
        assert not scripts or barriers(page) == []
