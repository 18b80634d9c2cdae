"""What the service counts of itself."""

from http import HTTPStatus

from flask import Response
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest

from api.auth import MONITORING, policy
from api.metrics.measures import measures
from api.metrics.readings import looked_up
from api.section import Section
from api.wiring import wired

metrics = Section("metrics", "What the service counts of itself.")


@metrics.route("/metrics")
@policy(MONITORING)
@metrics.response(HTTPStatus.OK, description="the counts, as Prometheus reads them")
def read_metrics() -> Response:
    """Read the counts

    For the monitoring system, which shows a secret of its own. They hold nobody's name and no address, and
    what they tell of answers is what resettlement staff could be told.
    """
    counts = generate_latest(measures().registry) + generate_latest(looked_up(wired()))
    return Response(counts, content_type=CONTENT_TYPE_PLAIN_0_0_4)
