from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Generic, ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

class Delayed(Generic[Result]): ...

def delayed(function: Callable[Given, Result]) -> Callable[Given, Delayed[Result]]: ...

class Parallel:
    def __init__(self, n_jobs: int | None = ..., return_as: str = ...) -> None: ...
    def __call__(self, iterable: Iterable[Delayed[Result]]) -> Iterable[Result]: ...

def parallel_config(
    backend: str | None = ..., *, n_jobs: int = ..., **backend_params: object
) -> AbstractContextManager[object]: ...
