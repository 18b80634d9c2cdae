"""Records, enquiries and assessments as JSON and back. What does not fit its type exactly is unreadable.

Nothing is guessed and nothing is lost: a text is read only when all of it would be written again. So a number
in quotes is not a number, and a key that is not known makes the whole text unreadable. A key that is missing,
because an earlier version did not know it, has its default.
"""

from datetime import UTC, datetime
from threading import Lock
from typing import Any, TypeVar

from msgspec import convert, json

from riskflag.records import Whereabouts

T = TypeVar("T")


class Misfit(ValueError):
    """A value that does not fit its type. Says nothing of the value."""


def encode(value: object) -> str:
    """One record, enquiry, person or assessment as JSON. Raises Misfit for text that is not Unicode."""
    try:
        return _ENCODER.encode(value).decode()
    except Exception:  # the encoder's own words may hold some of the value
        raise Misfit("cannot be written") from None


def decode(text: str, kind: type[T]) -> T | None:
    """The ``kind`` that was written; None when the text is not exactly that."""
    try:
        written = text.encode()
        value: T = _decoder(kind).decode(written)
        again = _ENCODER.encode(value)
        return value if again == written or _holds(json.decode(again), json.decode(written)) else None
    except Exception:  # whatever is wrong with a stored text, it is unreadable and must not stop the rest
        return None


def moment_to_text(moment: datetime) -> str:
    """A moment with its offset from UTC, as text. Raises Misfit when it has none."""
    if moment.utcoffset() is None:
        raise Misfit("a moment without its offset from UTC")
    return moment.isoformat()


def utc_text(moment: datetime) -> str:
    """A moment as text in UTC: of two that are held so, the later is the greater text. Raises Misfit."""
    if moment.utcoffset() is None:
        raise Misfit("a moment without its offset from UTC")
    return moment.astimezone(UTC).isoformat()


def text_to_moment(text: str) -> datetime:
    """The moment written by ``moment_to_text``. Raises ValueError or TypeError for anything else."""
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None:
        raise Misfit("a moment without its offset from UTC")
    return moment


def _holds(whole: object, part: object) -> bool:
    """Whether every key and value of ``part`` is in ``whole``."""
    if isinstance(whole, dict) and isinstance(part, dict):
        return all(key in whole and _holds(whole[key], value) for key, value in part.items())
    if isinstance(whole, list) and isinstance(part, list):
        return len(whole) == len(part) and all(map(_holds, whole, part))
    return type(whole) is type(part) and whole == part


def _decoder(kind: type) -> json.Decoder[Any]:
    """What reads a kind; made by one thread at a time. What msgspec works out of a type is to be had by every
    thread before it is whole, and one that reads with it then brings the process down."""
    if kind not in _DECODERS:
        with _MAKING:
            _DECODERS[kind] = json.Decoder(kind, dec_hook=_wrapped)
    return _DECODERS[kind]


def _opened(value: object) -> object:
    """What a value holds that msgspec cannot write by itself."""
    if isinstance(value, Whereabouts):
        return value.reveal()
    raise Misfit("cannot be written")


def _wrapped(kind: type, read: object) -> object:
    """What was read, in the type that keeps it in."""
    if issubclass(kind, Whereabouts):
        _decoder(kind.wraps)  # so that its type is known whole
        return kind(convert(read, kind.wraps))
    raise Misfit("cannot be read")


_ENCODER = json.Encoder(enc_hook=_opened)
_DECODERS: dict[type, json.Decoder[Any]] = {}
_MAKING = Lock()
