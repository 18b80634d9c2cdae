"""Whether the service is alive and ready, and what it is."""

from http import HTTPStatus

from flask import Response

from api.auth import PUBLIC, policy
from api.errors import problem, reply
from api.health.checks import CHECKS, failed_checks
from api.health.schemas import ALIVE, INFO, READY, Alive, Info, Ready, ReferenceTable
from api.release import release
from api.section import Section
from api.wiring import wired
from riskflag.reference.tables import provenance

health = Section("health", "Whether the service is alive and ready, and what it is.")


@health.route("/health/liveness")
@policy(PUBLIC)
@health.response(HTTPStatus.OK, ALIVE)
def is_alive() -> Alive:
    """Whether the service answers at all"""
    return Alive("alive")


@health.route("/health/readiness")
@policy(PUBLIC, refusals=(503,))
@health.response(HTTPStatus.OK, READY)
def is_ready() -> Ready | Response:
    """Whether answers can be relied on

    The database is at this version's schema. Invented cases come out as they must: one flagged, one
    incomplete, one with a protected address that staff are told nothing of. A model in use answers as it did
    when it was published.
    """
    failed = failed_checks(wired())
    return reply(problem(HTTPStatus.SERVICE_UNAVAILABLE, failed)) if failed else Ready("ready", tuple(CHECKS))


@health.route("/info")
@policy(PUBLIC)
@health.response(HTTPStatus.OK, INFO)
def what_is_running() -> Info:
    """What is running: version, rulebook, model and reference data"""
    wiring = wired()
    scorer = wiring.service.scorer
    return Info(
        name="riskflag",
        version=release(),
        environment=wiring.settings.environment,
        rulebook=wiring.rulebook.fingerprint,
        rules=len(wiring.rulebook.rules),
        model=scorer.use,
        model_version=scorer.model.version if scorer.model else None,
        reference_data=tuple(
            ReferenceTable(table.file, table.holds, table.taken_on, table.rows)
            for table in provenance().values()
        ),
    )
