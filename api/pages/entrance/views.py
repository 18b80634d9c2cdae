"""Signing in and out, and where each role begins."""

from flask import Blueprint, Response, redirect, session
from werkzeug.wrappers import Response as AnyResponse

from api.auth import EVERY_READER, PUBLIC, actor, policy
from api.pages import sessions
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
    if not _in_development():
        raise NotAllowed("outside development nobody chooses who they are")
    form = sent()
    role = READERS.get(form.values.get(WHO, ""))
    if role is None:
        return _sign_in_page(form, {WHO: CHOOSE})
    after = session.get(sessions.AFTER)
    sessions.sign_in(Actor(DEVELOPMENT_READER, role))
    return redirect(after if isinstance(after, str) and after.startswith(HOME) else HOME, 303)


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


def _sign_in_page(form: Form, problems: dict[str, str] | None = None) -> Response:
    return page(
        "entrance/sign_in.html",
        422 if problems else 200,
        form=form,
        problems=problems or {},
        roles=[(role.value, ROLES[role]) for role in READERS.values()],
    )


def _in_development() -> bool:
    return wired().settings.environment is Environment.DEVELOPMENT
