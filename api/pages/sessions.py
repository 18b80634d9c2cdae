"""Who is signed in, from the one cookie there is. It holds a token that means nothing by itself."""

from flask import Flask, session
from flask_wtf.csrf import CSRFProtect

from api.wiring import wired
from riskflag.service import Actor
from riskflag.settings import Environment, Settings

COOKIE = "riskflag"
ONLY_THIS_HOST = "__Host-riskflag"
"""A name that browsers take only over TLS, for the whole of this host and no other."""

READER, AFTER = "reader", "after"
"""In the cookie: who is signed in, and which page they asked for before they were."""

csrf = CSRFProtect()


def register_sessions(app: Flask, settings: Settings, key: bytes) -> None:
    """Sets up the cookie and what proves that a form is ours.

    key: signs the cookie
    """
    development = settings.environment is Environment.DEVELOPMENT
    app.secret_key = key
    app.config.update(
        SESSION_COOKIE_NAME=COOKIE if development else ONLY_THIS_HOST,
        SESSION_COOKIE_SECURE=not development,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_CHECK_DEFAULT=False,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
    )
    csrf.init_app(app)


def signed_in() -> Actor | None:
    """Who is signed in; None where nobody is, or is no longer. Raises StoreUnavailable."""
    token = session.get(READER)
    return wired().service.sign_ins.reader(token) if isinstance(token, str) else None


def sign_in(actor: Actor) -> None:
    """Signs this reader in. Nothing of an earlier session is left. Raises StoreUnavailable."""
    sign_out()
    session[READER] = wired().service.sign_ins.sign_in(actor)


def sign_out() -> None:
    """Signs out whoever is signed in. Raises StoreUnavailable."""
    reader, token = signed_in(), session.get(READER)
    if reader is not None and isinstance(token, str):
        wired().service.sign_ins.sign_out(token, reader)
    session.clear()
