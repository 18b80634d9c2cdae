"""Where somebody who must be protected can be found, in a type that does not let it out."""

from typing import ClassVar, Never, Self

from riskflag.errors import MustNotBeShown
from riskflag.records.base import Address


class Whereabouts:
    """An address that can be compared, kept and passed on, and not be shown.

    Whatever would turn it into text or bytes raises: repr, str, format, JSON, pickle. ``reveal`` is the only
    way in. Who may call it is a list with reasons, held by a test.
    """

    wraps: ClassVar[type] = Address
    """What it is read from: schemas, columns and files describe it as this."""

    __slots__ = ("__held",)
    __held: Address

    def __init__(self, address: Address) -> None:
        object.__setattr__(self, "_Whereabouts__held", address)

    def reveal(self) -> Address:
        """The address. For a caller whose reason stands in the list, and who hands it no further."""
        return self.__held

    def __eq__(self, other: object) -> bool:
        return self.__held == other.__held if isinstance(other, Whereabouts) else NotImplemented

    def __hash__(self) -> int:
        # One for all of them: a hash of what it holds would tell whether a guess is right.
        return hash(Whereabouts)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self

    def __setattr__(self, *_: object) -> Never:
        raise AttributeError("whereabouts cannot be changed")

    def __delattr__(self, *_: object) -> Never:
        raise AttributeError("whereabouts cannot be changed")

    def __repr__(self) -> Never:
        raise MustNotBeShown

    def __str__(self) -> Never:
        raise MustNotBeShown

    def __format__(self, _: str) -> Never:
        raise MustNotBeShown

    def __bytes__(self) -> Never:
        raise MustNotBeShown

    def __getstate__(self) -> Never:
        raise MustNotBeShown

    def __reduce__(self) -> Never:
        raise MustNotBeShown

    def __reduce_ex__(self, _: object) -> Never:
        raise MustNotBeShown
