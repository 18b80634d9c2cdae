"""What can go wrong, as one tree. Messages name fields and record references, never personal data.

RiskflagError
├── BadInput            what was sent cannot be accepted: which field, and why
├── NotFound            no such person, assessment or rule, or not for this reader
├── NotAllowed          this role may not do this
├── Conflict            what was sent contradicts what is held
├── NeedsSecondPerson   many addresses were asked about: another responsible officer must agree to more
├── TooOften            this account asked too often; how long it must wait
├── RulebookError       the rulebook is empty, shortened or inconsistent: do not start
├── ReferenceDataError  reference data is unreadable: do not start
├── ModelUnusable       the model in service is not as it was published: it may not speak
├── SignerUnavailable   whether a token is good cannot be told now, so nobody is recognised
├── MustNotBeShown      where a protected person can be found was about to be written somewhere
└── StoreUnavailable    the answer could not be recorded, so no answer may be shown
"""

from collections.abc import Mapping
from datetime import timedelta


class RiskflagError(Exception):
    """Base of every error that riskflag raises on purpose. Each can cross from one process to another, so
    ``args`` are what it was made with, and its words are told by ``__str__``."""


class BadInput(RiskflagError):
    """What was sent cannot be accepted.

    ``problems`` maps a field's path (``records.convictions.0.convicted_on``) to the reason in words.
    """

    def __init__(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Every problem, with its field."""
        return "; ".join(f"{field}: {reason}" for field, reason in self.problems.items())


class NotFound(RiskflagError):
    """No such thing, or not for this reader: the two must look the same."""


class NotAllowed(RiskflagError):
    """This role may not do this."""


class Conflict(RiskflagError):
    """What was sent contradicts what is held."""


class NeedsSecondPerson(RiskflagError):
    """Many addresses were asked about for this person: another responsible officer must agree to more."""


class TooOften(RiskflagError):
    """This account asked too often. ``wait`` is how long it must wait before it asks again."""

    def __init__(self, wait: timedelta) -> None:
        self.wait = wait
        super().__init__(wait)

    def __str__(self) -> str:
        """The same words for every account."""
        return "this account asked too often"


class RulebookError(RiskflagError):
    """The rulebook is empty, shortened or inconsistent: the process must not start."""


class ReferenceDataError(RiskflagError):
    """Reference data is missing or unreadable: the process must not start."""


class ModelUnusable(RiskflagError):
    """The model in service is missing, changed or wrong: it may not speak, and answers are incomplete."""


class SignerUnavailable(RiskflagError):
    """The signer's keys cannot be had: whether a token is good cannot be told, so nobody is recognised."""


class MustNotBeShown(RiskflagError):
    """Where a protected person can be found was about to be written as text or bytes. Holds none of it."""

    def __init__(self) -> None:
        super().__init__()

    def __str__(self) -> str:
        """That it happened, and nothing of what."""
        return "where a protected person can be found must not be shown"


class StoreUnavailable(RiskflagError):
    """The answer could not be recorded, so no answer may be shown."""
