"""What drift is measured by: the numbers that a model was given, of nobody in particular, and audited."""

import json

import pytest
from sqlalchemy import Engine, text

from riskflag.casebook import HIM, alert, case
from riskflag.classifier.features import feature_vector
from riskflag.classifier.scorer import ModelUse, Scorer
from riskflag.facts import derive_facts
from riskflag.persistence.engine import Database
from riskflag.persistence.store import Store
from riskflag.service import Actor, Service
from riskflag.vocabulary import Role
from tests.classifier.test_scorer import a_served_model
from tests.dialects import unguarded
from tests.service.world import QUIET, Clock, check, service_of

ON_BOTH_DATABASES = True

SCIENTIST = Actor("d.scientist", Role.DATA_SCIENTIST)
MODEL = a_served_model(intercept=-4.0)
GIVEN = (case(), case(alert("XEL")))


def scoring(engine: Engine, clock: Clock) -> Service:
    return Service(Store(Database(engine)), QUIET, clock, Scorer(ModelUse.IN_USE, MODEL))


def expected() -> set[tuple[float | None, ...]]:
    facts = [derive_facts(given.dossier, given.enquiry, given.place) for given in GIVEN]
    return {tuple(None if each != each else each for each in feature_vector(one)) for one in facts}


def test_they_are_what_the_model_was_given(engine: Engine, clock: Clock) -> None:
    service = scoring(engine, clock)
    for given in GIVEN:
        check(service, given)
    assert set(service.served_inputs(MODEL.version, SCIENTIST)) == expected()
    assert service.served_inputs("another-1", SCIENTIST) == ()


def test_answers_without_a_score_and_answers_that_cannot_be_read_tell_nothing(
    engine: Engine, clock: Clock
) -> None:
    check(service_of(engine, clock), GIVEN[0])
    service = scoring(engine, clock)
    check(service, GIVEN[0])
    one = check(service, GIVEN[1]).id
    with engine.begin() as connection:
        unguarded(connection, "assessment")
        connection.execute(text("UPDATE assessment SET full_body = open_body WHERE id = :one"), {"one": one})
    assert len(service.served_inputs(MODEL.version, SCIENTIST)) == 1


def test_that_somebody_read_them_is_audited_and_nobody_is_named(engine: Engine, clock: Clock) -> None:
    service = scoring(engine, clock)
    check(service, GIVEN[0])
    vectors = service.served_inputs(MODEL.version, SCIENTIST)
    assert HIM.name not in json.dumps(vectors)
    with engine.connect() as connection:
        entry = (
            connection.execute(text("SELECT * FROM audit_entry ORDER BY sequence DESC LIMIT 1"))
            .mappings()
            .one()
        )
    assert (entry["actor"], entry["action"], entry["detail"]) == (
        "d.scientist",
        "served_inputs_read",
        "test-1",
    )
    assert entry["person_id"] is None


@pytest.mark.parametrize("version", ["", "'; DROP TABLE assessment; --"])
def test_a_version_that_never_scored_anybody_finds_nothing(
    engine: Engine, clock: Clock, version: str
) -> None:
    service = scoring(engine, clock)
    check(service, GIVEN[0])
    assert service.served_inputs(version, SCIENTIST) == ()
    assert len(service.served_inputs(MODEL.version, SCIENTIST)) == 1
