"""What the register holds about a place is found however the place is written, or the register is partial."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sqlalchemy import Engine, text

from riskflag.casebook import NOW, OTHER_TOWN, PROPOSED, SAME_STREET, incident
from riskflag.dossier import MissingReason, PlaceKnowledge, SourceCoverage
from riskflag.persistence import place_register
from riskflag.persistence.engine import Database, make_engine
from riskflag.persistence.keys import KEY_BYTES, Keys
from riskflag.persistence.vault import Vault
from riskflag.records import Address, PlaceIncident, PlaceIncidentKind
from riskflag.vocabulary import Source, Uprn
from tests.keys import KEYS

ON_BOTH_DATABASES = True

ASKED = SourceCoverage(NOW, answered=True, complete=True, watermark=NOW)
WRITTEN = "5 Elder Row, Fernhill, ZZ1 1AA"
BUILDING = Uprn("990000000009")
DEALING = PlaceIncidentKind.DRUG_SUPPLY


def fill(engine: Engine, incidents: Sequence[PlaceIncident], coverage: SourceCoverage = ASKED) -> None:
    Database(engine).write(
        lambda connection: place_register.replace_register(connection, incidents, coverage)
    )


def look(engine: Engine, address: Address | None = PROPOSED) -> PlaceKnowledge:
    return Database(engine).read(lambda connection: place_register.read_place(connection, address))


def gap(knowledge: PlaceKnowledge) -> MissingReason | None:
    return knowledge.coverage.gap(Source.PLACE_REGISTER, NOW)


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        pytest.param(PROPOSED, PROPOSED, id="the same"),
        pytest.param(Address(WRITTEN), PROPOSED, id="kept as a line of text"),
        pytest.param(PROPOSED, Address(WRITTEN.lower()), id="asked as a line of text"),
        pytest.param(Address("5 Elder Row ZZ11AA"), Address("5 Elder Row zz1  1aa"), id="spaced otherwise"),
        pytest.param(Address("5 Elder Row ZZ1 1AB"), PROPOSED, id="a wrong letter in the postcode"),
        pytest.param(Address("5 Elder Row ZZ11 1AA"), Address(WRITTEN), id="a digit too many"),
        pytest.param(Address("5 Elder Row ZZ1 AA1"), PROPOSED, id="a postcode nobody can read"),
        pytest.param(Address("5 Elder Row, Fernhill"), PROPOSED, id="kept without a postcode"),
        pytest.param(
            replace(OTHER_TOWN, uprn=Uprn("0990000000001")),
            PROPOSED,
            id="the UPRN alone, with a nought in front",
        ),
        pytest.param(
            replace(OTHER_TOWN, uprn=BUILDING),
            replace(PROPOSED, parent_uprn=BUILDING),
            id="the whole building",
        ),
        pytest.param(
            replace(OTHER_TOWN, parent_uprn=BUILDING),
            replace(PROPOSED, parent_uprn=BUILDING),
            id="a neighbour",
        ),
    ],
)
def test_an_incident_that_may_be_here_is_found(engine: Engine, kept: Address, asked: Address) -> None:
    fill(engine, [incident(DEALING, address=OTHER_TOWN), incident(DEALING, address=kept)])
    found = look(engine, asked)
    assert found.incidents == (incident(DEALING, address=kept),)
    assert gap(found) is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        pytest.param(Address("5 Elder Row, Fernhill"), MissingReason.PARTIAL, id="no postcode"),
        pytest.param(Address("5 Elder Row, Fernhill ZZ1"), MissingReason.PARTIAL, id="half a postcode"),
        pytest.param(
            replace(PROPOSED, text="5 Elder Row", postcode=None), MissingReason.PARTIAL, id="a UPRN alone"
        ),
        pytest.param(None, None, id="no address, so nowhere to look"),
    ],
)
def test_a_place_that_cannot_be_looked_up_everywhere_is_answered_in_part(
    engine: Engine, address: Address | None, expected: MissingReason | None
) -> None:
    fill(engine, [incident(DEALING, address=OTHER_TOWN)])
    found = look(engine, address)
    assert (gap(found), found.incidents) == (expected, ())


def test_a_register_that_was_never_filled_was_never_asked(engine: Engine) -> None:
    assert look(engine) == PlaceKnowledge()
    assert gap(look(engine)) is MissingReason.NOT_ASKED


@pytest.mark.parametrize(
    ("coverage", "expected"),
    [
        pytest.param(ASKED, None, id="asked, and there was nothing"),
        pytest.param(replace(ASKED, complete=False), MissingReason.PARTIAL, id="answered in part"),
        pytest.param(replace(ASKED, answered=None), MissingReason.NO_ANSWER, id="no answer known"),
        pytest.param(replace(ASKED, unreadable=2), MissingReason.UNREADABLE, id="two could not be read"),
    ],
)
def test_an_empty_register_says_how_far_it_was_asked(
    engine: Engine, coverage: SourceCoverage, expected: MissingReason | None
) -> None:
    fill(engine, [], coverage)
    assert look(engine).coverage == coverage
    assert gap(look(engine)) is expected


def test_an_incident_here_that_cannot_be_read_makes_the_register_unreadable_here_only(engine: Engine) -> None:
    fill(engine, [incident(DEALING), incident(DEALING, address=SAME_STREET)])
    with engine.begin() as connection:
        connection.execute(text("UPDATE place_incident SET body = '{}' WHERE id = 1"))
    found = look(engine)
    assert gap(found) is MissingReason.UNREADABLE
    assert len(found.incidents) == 1
    assert gap(look(engine, OTHER_TOWN)) is None


def test_what_is_put_takes_the_place_of_the_whole_register(engine: Engine) -> None:
    fill(engine, [incident(DEALING), incident(PlaceIncidentKind.CLOSURE)])
    fill(engine, [incident(PlaceIncidentKind.DRUG_USE)])
    assert look(engine).incidents == (incident(PlaceIncidentKind.DRUG_USE),)


def held_after(engine: Engine, number: int) -> bool | None:
    """Whether the register answers in full once it was replaced by one of so many incidents."""
    fill(engine, [incident(PlaceIncidentKind.CLOSURE)] * number)
    return look(engine).coverage.complete


@pytest.mark.parametrize(
    ("counts", "complete"),
    [
        pytest.param([100, 99], True, id="one in a hundred less is no fall"),
        pytest.param([100, 98], False, id="two in a hundred less is one"),
        pytest.param([100, 98, 98], False, id="the same again does not heal it"),
        pytest.param([100, 98, 60], False, id="nor does less"),
        pytest.param([100, 98, 100], True, id="as many as before do"),
        pytest.param([100, 0], False, id="an empty register"),
        pytest.param([0, 3, 3], True, id="the first"),
    ],
)
def test_a_register_that_lost_places_answers_in_part(
    engine: Engine, counts: list[int], complete: bool
) -> None:
    assert [held_after(engine, number) for number in counts][-1] is complete


def test_somebody_may_make_sure_that_fewer_are_right(engine: Engine) -> None:
    held_after(engine, 100)
    assert held_after(engine, 3) is False
    Database(engine).write(place_register.expect_anything)
    assert held_after(engine, 3) is True
    assert held_after(engine, 2) is False


@pytest.mark.parametrize(
    "loss",
    [
        pytest.param("DELETE FROM place_key", id="the keys of a place"),
        pytest.param("DELETE FROM place_incident", id="an incident with its keys"),
        pytest.param("DELETE FROM place_count", id="the count of what is under a key"),
        pytest.param("UPDATE place_count SET held = held + 1", id="one that was counted"),
    ],
)
def test_what_is_lost_of_the_register_is_missed_by_whoever_asks_for_it(engine: Engine, loss: str) -> None:
    held_after(engine, 1)
    with engine.begin() as connection:
        connection.execute(text(loss))
    assert look(engine).gap(NOW) is MissingReason.UNREADABLE


@pytest.mark.parametrize("number", [0, 1])
def test_a_register_of_which_only_its_own_word_is_left_has_no_answer_for_anybody(
    engine: Engine, number: int
) -> None:
    fill(engine, [incident(DEALING, address=OTHER_TOWN)] * number)
    assert look(engine).gap(NOW) is None
    with engine.begin() as connection:
        for table in ("place_key", "place_incident", "place_count"):
            connection.execute(text(" ".join(("DELETE FROM", table))))
    assert look(engine).gap(NOW) is MissingReason.UNREADABLE


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(replace(KEYS, index=b"o" * KEY_BYTES), id="of the index alone"),
        pytest.param(
            replace(KEYS, sealing={1: b"o" * KEY_BYTES}, index=b"o" * KEY_BYTES), id="of everything"
        ),
    ],
)
@pytest.mark.parametrize("number", [0, 1])
def test_whoever_looks_with_another_key_is_not_told_that_there_is_nothing(
    engine: Engine, keys: Keys, number: int
) -> None:
    fill(engine, [incident(DEALING)] * number)
    other = make_engine(engine.url.render_as_string(hide_password=False), Vault(keys))
    assert look(other).gap(NOW) is MissingReason.UNREADABLE
    fill(other, [incident(DEALING)] * number)
    assert look(other).gap(NOW) is None
    other.dispose()
