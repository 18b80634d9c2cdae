"""Signing in with another service, by OpenID Connect: a code that only this service can use, with PKCE.

What counts is the access token that comes back: it is read exactly as the API reads those it is sent. Authlib
does the rest. It is an extra (``sign-in``), and loaded only where signing in is set up.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, cast

from flask import Flask, current_app
from werkzeug.wrappers import Response

from api.wiring import wired
from riskflag.errors import BadInput, NotAllowed, RiskflagError, SignerUnavailable
from riskflag.service import Actor
from riskflag.settings import SignInSettings

_KEY = "riskflag-sign-in"
BACK = "/desk/sign-in/back"
SECONDS = 10
"""How long the other service may take to answer."""


class NotSignedIn(NotAllowed):
    """The other service signed nobody in, or what came back is not an answer to what was asked."""


def register_provider(app: Flask, settings: SignInSettings) -> None:
    """Sets up signing in with this service. Raises BadInput where the extra is not installed."""
    try:
        module = import_module("authlib.integrations.flask_client")
    except ImportError:
        raise BadInput({"RISKFLAG_SIGN_IN_URL": "needs the extra sign-in (riskflag[sign-in])"}) from None
    oauth = module.OAuth(app)
    app.extensions[_KEY] = oauth.register(
        "provider",
        client_id=settings.client_id,
        client_secret=settings.client_secret,
        server_metadata_url=settings.url,
        client_kwargs={"scope": "openid", "code_challenge_method": "S256", "default_timeout": SECONDS},
    )


def is_set_up() -> bool:
    """Whether people sign in with another service here."""
    return _KEY in current_app.extensions


def to_provider() -> Response:
    """Where the other service asks who somebody is. Raises NotSignedIn and SignerUnavailable."""
    settings = wired().settings.sign_in
    if settings is None:
        raise NotSignedIn("nobody signs in here")
    return cast("Response", _asked(lambda client: client.authorize_redirect(settings.address + BACK)))


def who_came_back() -> Actor:
    """Who the other service says is there. Raises NotSignedIn, NotAllowed where their account has no role
    here, and SignerUnavailable."""
    token = cast("Mapping[str, object]", _asked(lambda client: client.authorize_access_token()))
    return wired().tokens.read(str(token.get("access_token", "")))


def _asked(question: Callable[[Any], object]) -> object:
    """What the other service makes of it. Its errors may hold codes and tokens, so none is passed on."""
    client = current_app.extensions.get(_KEY)
    if client is None:
        raise NotSignedIn("nobody signs in here")
    refused: RiskflagError
    try:
        return question(client)
    except OSError:  # what requests raises is one
        refused = SignerUnavailable("the service to sign in with does not answer")
    except Exception:
        refused = NotSignedIn("nobody was signed in")
    raise refused
