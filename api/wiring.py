"""What the views work with, held by the application and built once."""

from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from riskflag.rulebook import Rulebook
from riskflag.service import Clock, Service
from riskflag.settings import Settings
from riskflag.tokens import TokenReader

_KEY = "riskflag"


@dataclass(frozen=True, slots=True)
class Wiring:
    """What an application was made with.

    settings: as read from the environment
    service: the use cases
    rulebook: the rules that the service asks
    tokens: who recognises readers
    clock: the present moment
    """

    settings: Settings
    service: Service
    rulebook: Rulebook
    tokens: TokenReader
    clock: Clock


def wire(app: Flask, wiring: Wiring) -> None:
    """Hands the application what its views work with."""
    app.extensions[_KEY] = wiring


def wired() -> Wiring:
    """What the application of this request was made with."""
    return cast("Wiring", current_app.extensions[_KEY])
