"""Signing in and out, and where each role begins."""

from flask import Blueprint, Response, redirect, session
from werkzeug.wrappers import Response as AnyResponse

from api.auth import EVERY_READER, PUBLIC, actor, policy
from api.pages import sessions
from api.pages.entrance.provider import NotSignedIn, is_set_up, to_provider, who_came_back
from api.pages.forms import BLANK, Form, sent
from api.pages.navigation import DESTINATIONS, HOME
from api.pages.rendering import page
from api.pages.words import ROLES
from api.wiring import wired
from riskflag.errors import NotAllowed
from riskflag.service import Actor
from riskflag.settings import Environment
from riskflag.tokens import DEVELOPMENT_READER
from riskflag.vocabulary import Role

entrance = Blueprint("entrance", __name__)

WHO = "role"
CHOOSE = "Choose who you are"
READERS = {role.value: role for role in Role if DESTINATIONS[role]}


@entrance.route("/")
@policy(EVERY_READER)
def begin() -> AnyResponse:
    """Where this reader begins"""
    return redirect(DESTINATIONS[actor().role][0].href, 303)


@entrance.route("/sign-in")
@policy(PUBLIC)
def show_sign_in() -> Response:
    """The page to sign in on"""
    return _sign_in_page(BLANK)


@entrance.route("/sign-in", methods=["POST"])
@policy(PUBLIC)
def sign_in() -> AnyResponse:
    """Sign in, in development: in whatever role somebody at this machine chooses"""
    if not _in_development() or is_set_up():
        raise NotAllowed("outside development nobody chooses who they are")
    form = sent()
    role = READERS.get(form.values.get(WHO, ""))
    if role is None:
        return _sign_in_page(form, {WHO: CHOOSE})
    return _signed_in(Actor(DEVELOPMENT_READER, role))


@entrance.route("/sign-in/begin")
@policy(PUBLIC)
def begin_sign_in() -> AnyResponse:
    """Go to the service that people sign in with"""
    return to_provider()


@entrance.route("/sign-in/back")
@policy(PUBLIC, takes_query=True)
def come_back() -> AnyResponse:
    """Come back from the service that people sign in with

    What it says of them stands behind a question mark, as OpenID Connect has it: a code that is good once,
    for this service alone.
    """
    try:
        reader = who_came_back()
    except NotAllowed as refused:
        return page("entrance/not_signed_in.html", 403, known=not isinstance(refused, NotSignedIn))
    if not DESTINATIONS[reader.role]:
        return page("entrance/not_signed_in.html", 403, known=True)
    return _signed_in(reader)


@entrance.route("/sign-out", methods=["POST"])
@policy(PUBLIC)
def sign_out() -> AnyResponse:
    """Sign out"""
    sessions.sign_out()
    return redirect("/desk/signed-out", 303)


@entrance.route("/signed-out")
@policy(PUBLIC)
def show_signed_out() -> Response:
    """That nobody is signed in any more"""
    return page("entrance/signed_out.html")


def _signed_in(reader: Actor) -> AnyResponse:
    """Where somebody goes who has just signed in: to the page that they asked for, or where they begin."""
    after = session.get(sessions.AFTER)
    sessions.sign_in(reader)
    return redirect(after if isinstance(after, str) and after.startswith(HOME) else HOME, 303)


def _sign_in_page(form: Form, problems: dict[str, str] | None = None) -> Response:
    return page(
        "entrance/sign_in.html",
        422 if problems else 200,
        form=form,
        problems=problems or {},
        set_up=is_set_up(),
        roles=[(role.value, ROLES[role]) for role in READERS.values()],
    )


def _in_development() -> bool:
    return wired().settings.environment is Environment.DEVELOPMENT
