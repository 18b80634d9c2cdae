from collections.abc import Callable, Mapping
from typing import Literal

import pandas

class Check:
    def __init__(
        self, check_fn: Callable[[str], bool], *, element_wise: bool = ..., error: str | None = ...
    ) -> None: ...

class Column:
    def __init__(
        self,
        dtype: object = ...,
        checks: Check | list[Check] | None = ...,
        *,
        unique: bool = ...,
        report_duplicates: Literal["all", "exclude_first", "exclude_last"] = ...,
    ) -> None: ...

class DataFrameSchema:
    columns: dict[str, Column]
    def __init__(self, columns: Mapping[str, Column], *, strict: bool = ...) -> None: ...
    def validate(self, check_obj: pandas.DataFrame, *, lazy: bool = ...) -> pandas.DataFrame: ...
