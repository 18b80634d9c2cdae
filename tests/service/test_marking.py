"""Marks in a referral's text: where they cannot be made the officer is told, and the log says what failed."""

import pytest
from sqlalchemy import Engine
from structlog.testing import capture_logs

from riskflag.casebook import HIM, REFERRED, case
from tests.service.world import OFFICER, Clock, put, service_of


def test_what_could_not_be_marked_is_none_and_the_log_has_the_type_of_the_failure_alone(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise ValueError(HIM.name)

    service = service_of(engine, Clock())
    stored = service.enquire(put(service, case()), REFERRED, OFFICER)
    monkeypatch.setattr("riskflag.marking.words_on_record", failing)
    with capture_logs() as told:
        assert service.marking.on_record(stored, OFFICER) is None
    assert told == [
        {
            "event": "text_not_marked",
            "log_level": "error",
            "assessment_id": stored.id,
            "error": "ValueError",
        }
    ]
