"""With what people sign in to the pages."""

from dataclasses import dataclass, field

from environs import FileAwareEnv

from riskflag.errors import BadInput
from riskflag.settings.reading import NOT_SET, read

ADDRESS = "RISKFLAG_ADDRESS"


@dataclass(frozen=True, slots=True)
class SignInSettings:
    """With what service people sign in to the pages.

    url: its OpenID Connect metadata
    client_id: what this service is called there
    client_secret: its secret there
    address: where people reach the pages, without a path
    """

    url: str
    client_id: str
    client_secret: str = field(repr=False)
    address: str


def sign_in(env: FileAwareEnv) -> SignInSettings | None:
    """With what; None where nothing is set. Raises BadInput."""
    names = ("RISKFLAG_SIGN_IN_URL", "RISKFLAG_SIGN_IN_CLIENT_ID", "RISKFLAG_SIGN_IN_CLIENT_SECRET", ADDRESS)
    given = {name: read(name, env.str, NOT_SET) for name in names}
    if set(given.values()) == {NOT_SET}:
        return None
    missing = {
        name: "must be set with the other settings to sign in" for name in names if given[name] == NOT_SET
    }
    insecure = {
        name: "must start with https://"
        for name in ("RISKFLAG_SIGN_IN_URL", ADDRESS)
        if name not in missing and not given[name].startswith("https://")
    }
    if missing or insecure:
        raise BadInput({**missing, **insecure})
    url, client_id, client_secret, address = given.values()
    return SignInSettings(url, client_id, client_secret, address.rstrip("/"))
