"""Puts the web service together."""

from functools import partial
from time import sleep

from flask import Flask
from flask.json.provider import DefaultJSONProvider

from api.alerts.views import alerts
from api.answer_times import Wait, register_answer_times
from api.assessments.views import assessments
from api.auth import guard
from api.bodies import ENQUIRY_BYTES
from api.catalogue.views import catalogue
from api.description import openapi_document
from api.docs.views import docs
from api.errors import register_errors
from api.events.views import events
from api.health.views import health
from api.metrics.measures import register_measures
from api.metrics.views import metrics
from api.pace import keep_pace
from api.pages.desk import desk, front_door
from api.pages.entrance.provider import register_provider
from api.pages.rooms import ROOMS
from api.pages.sessions import register_sessions
from api.people.views import people
from api.references import CONVERTERS
from api.replies import register_replies
from api.turns import register_turns
from api.wiring import Wiring, wire
from riskflag.rulebook import Rulebook, load_rulebook
from riskflag.service import Clock, Service, now, open_service
from riskflag.settings import Settings, load_settings
from riskflag.tokens import token_reader

SECTIONS = (people, assessments, events, alerts, catalogue, health, metrics, docs)


class _InOrder(DefaultJSONProvider):
    """Fields in the order in which they are declared, and text as it is."""

    sort_keys = False
    ensure_ascii = False
    compact = True


def create_app(
    settings: Settings | None = None,
    service: Service | None = None,
    *,
    rulebook: Rulebook | None = None,
    clock: Clock = now,
    wait: Wait = sleep,
) -> Flask:
    """The web service, as a WSGI application.

    settings: left out, they are read from the environment
    service: left out, it is opened over the database that the settings name
    rulebook: the service's, where it is not the one of this installation
    wait: lets so many seconds pass

    Raises BadInput, StoreUnavailable or RulebookError: it does not start without what it needs.
    """
    settings = settings or load_settings(serving=True)
    tokens = token_reader(settings)
    service = service or open_service(settings, clock)
    app = Flask("api", static_folder=None, template_folder=None)
    app.config.from_mapping({"MAX_CONTENT_LENGTH": ENQUIRY_BYTES, "PROVIDE_AUTOMATIC_OPTIONS": False})
    app.json = _InOrder(app)
    app.url_map.merge_slashes = False
    app.url_map.converters.update(CONVERTERS)
    register_sessions(app, settings, service.sign_ins.cookie_key())
    if settings.sign_in is not None:
        register_provider(app, settings.sign_in)
    wire(app, Wiring(settings, service, rulebook or load_rulebook(), tokens, clock))
    register_answer_times(app, wait)
    register_measures(app)
    register_replies(app, settings)
    app.before_request(guard)
    register_turns(app)
    app.before_request(keep_pace)
    _register_routes(app)
    register_errors(app)
    return app


def _register_routes(app: Flask) -> None:
    for section in SECTIONS:
        app.register_blueprint(section)
    app.extensions["openapi"] = partial(openapi_document, SECTIONS)
    app.register_blueprint(desk(ROOMS))
    app.add_url_rule("/", "front_door", front_door)
