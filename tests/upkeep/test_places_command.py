"""Somebody at the machine may say that a place register that lost places is right."""

from pathlib import Path

from riskflag.persistence import place_register
from riskflag.persistence.audit import Action
from riskflag.persistence.engine import make_engine
from tests.keys import VAULT
from tests.persistence.rows import rows
from tests.terminal import Run

CASE = Path(__file__).parents[2] / "examples/S21-home-of-the-protected-partner.json"


def test_the_next_register_is_taken_as_it_comes_and_that_is_recorded(run: Run, tmp_path: Path) -> None:
    run("import", CASE)
    engine = make_engine(f"sqlite:///{tmp_path}/home/riskflag.sqlite3", VAULT)
    assert run("database", "accept-fewer-places")[0] == 0
    with engine.connect() as connection:
        assert place_register.expected_places(connection) == 0
    assert rows(engine, "audit_entry")[-1]["action"] == Action.FEWER_PLACES_ACCEPTED
    engine.dispose()
