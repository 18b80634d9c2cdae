"""Nothing starts with another rulebook than the pinned one, and what is pinned is what there is."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from riskflag.errors import RulebookError
from riskflag.pinned_rulebook import PIN_FILE, Pin, pin_text, pinned_rulebook, read_pin
from riskflag.rule import Clear
from riskflag.rulebook import Rulebook, build_rulebook, load_rulebook
from riskflag.service import open_service
from tests.keys import settings_in
from tests.test_rulebook import NOTHING, a_rule

BOOK = load_rulebook()
WITHOUT_THE_LAST = replace(BOOK, rules=BOOK.rules[:-1])
MORE = replace(BOOK, rules=(*BOOK.rules, a_rule(lambda _: NOTHING, "ZZ-NEW-01")))
EXCHANGED = replace(BOOK, rules=(*BOOK.rules[:-1], a_rule(lambda _: Clear("never mind"), "ZZ-NEW-01")))


def test_what_is_pinned_is_the_rulebook_as_it_is() -> None:
    assert PIN_FILE.read_text(encoding="utf-8") == pin_text(BOOK), "run `make docs` and look at what changed"
    assert pinned_rulebook() == BOOK


@pytest.mark.parametrize(
    ("found", "because"),
    [
        pytest.param(WITHOUT_THE_LAST, f"missing: {BOOK.rules[-1].code}", id="a rule was lost"),
        pytest.param(replace(BOOK, rules=()), BOOK.rules[0].code, id="every rule was lost"),
        pytest.param(MORE, "not those", id="a rule that nobody reviewed"),
        pytest.param(
            EXCHANGED, f"missing: {BOOK.rules[-1].code}", id="one for another: as many as there were"
        ),
        pytest.param(replace(BOOK, fingerprint="0" * 64), "not those", id="the same codes, other rules"),
        pytest.param(replace(BOOK, rules=BOOK.rules[::-1]), "not those", id="in another order"),
    ],
)
def test_another_rulebook_is_refused(found: Rulebook, because: str) -> None:
    with pytest.raises(RulebookError, match=because):
        read_pin().refuse_unless(found)


def test_the_rulebook_that_was_pinned_is_taken() -> None:
    Pin.of(MORE).refuse_unless(MORE)


def test_an_empty_pin_lets_nothing_start() -> None:
    with pytest.raises(RulebookError, match="empty"):
        Pin(BOOK.fingerprint, ()).refuse_unless(replace(BOOK, rules=()))


HELD = json.loads(pin_text(BOOK))


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("", id="nothing"),
        pytest.param("[]", id="no object"),
        pytest.param('{"rules": []}', id="no fingerprint"),
        pytest.param(json.dumps({"fingerprint": HELD["fingerprint"]}), id="no rules"),
        pytest.param(json.dumps(HELD | {"rules": []}), id="an empty list of rules"),
        pytest.param(json.dumps(HELD | {"rules": None}), id="no list"),
        pytest.param(json.dumps(HELD | {"rules": HELD["rules"][1:]}), id="shorter than the rulebook"),
        pytest.param(json.dumps(HELD)[:-40], id="cut short"),
        pytest.param("\udcff", id="no text"),
    ],
)
def test_a_pin_that_is_damaged_lets_nothing_start(tmp_path: Path, written: str) -> None:
    path = tmp_path / "pin.json"
    path.write_bytes(written.encode("utf-8", "surrogateescape"))
    with pytest.raises(RulebookError):
        pinned_rulebook(path)


def test_without_a_pin_nothing_starts(tmp_path: Path) -> None:
    with pytest.raises(RulebookError):
        pinned_rulebook(tmp_path / "none.json")


def _lost() -> Rulebook:
    return WITHOUT_THE_LAST


def _other() -> Rulebook:
    return build_rulebook(BOOK.rules, "another source")


@pytest.mark.parametrize(
    "load", [pytest.param(_lost, id="with a rule fewer"), pytest.param(_other, id="of another fingerprint")]
)
def test_the_service_does_not_start_with_another_rulebook(
    load: Callable[[], Rulebook], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("riskflag.pinned_rulebook.load_rulebook", load)
    with pytest.raises(RulebookError):
        open_service(settings_in(tmp_path))
