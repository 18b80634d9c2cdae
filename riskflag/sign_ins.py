"""Signing in to the pages and out again. Whether somebody is signed in is asked anew with every request."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from riskflag.persistence.audit import Action, Actor, AuditEntry
from riskflag.persistence.web_sessions import WebSessionStore

IDLE = timedelta(minutes=30)
"""How long somebody may do nothing before they must sign in again."""

LONGEST = timedelta(hours=12)
"""How long a session lasts, whatever they do: as long as a token may."""


@dataclass(frozen=True, slots=True)
class SignIns:
    """Every use case raises StoreUnavailable when what it must record cannot be recorded."""

    sessions: WebSessionStore
    clock: Callable[[], datetime]

    def cookie_key(self) -> bytes:
        """The key that vouches for what the pages put into a browser."""
        return self.sessions.cookie_key()

    def sign_in(self, actor: Actor) -> str:
        """Begins a session. Gives what the reader's browser must hold and nobody else may."""
        return self.sessions.begin(AuditEntry(self.clock(), actor, Action.SIGNED_IN), LONGEST)

    def reader(self, token: str) -> Actor | None:
        """Who is signed in with this; None where nobody is, or is no longer."""
        return self.sessions.reader(token, self.clock(), IDLE, LONGEST)

    def sign_out(self, token: str, actor: Actor) -> None:
        """Ends the session."""
        self.sessions.end(token, AuditEntry(self.clock(), actor, Action.SIGNED_OUT))

    def sign_out_everywhere(self, account: str, actor: Actor) -> int:
        """Ends every session of an account, by somebody who runs the service. Gives how many there were."""
        return self.sessions.end_all(account, AuditEntry(self.clock(), actor, Action.SESSIONS_ENDED))
