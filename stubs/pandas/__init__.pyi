from collections.abc import Iterable, Sequence
from typing import Literal

class _Places:
    def __getitem__(self, where: tuple[slice, Sequence[bool]]) -> DataFrame: ...

class DataFrame:
    loc: _Places
    columns: Sequence[str]
    index: Sequence[int]
    def __init__(
        self,
        data: Sequence[Sequence[object]],
        index: Sequence[int] | None = ...,
        columns: Sequence[str] | None = ...,
        dtype: type | None = ...,
    ) -> None: ...
    def __getitem__(self, columns: list[str]) -> DataFrame: ...
    def itertuples(self, index: bool = ...) -> Iterable[tuple[object, ...]]: ...
    def to_dict(self, orient: Literal["records"]) -> list[dict[str, object]]: ...
