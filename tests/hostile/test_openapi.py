"""Requests worked out from the service's own OpenAPI document: what comes back is what the document says."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.specs.openapi.schemas import OpenApiSchema
from structlog.testing import capture_logs

from riskflag.vocabulary import Role
from tests.hostile.calling import CALLS, Target, watched

FEW = settings(
    max_examples=max(min(CALLS // 300, 200), 2),
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
WHOLE_RECORDS = frozenset({"/people", "/people/{person_id}/records"})
"""Making up every kind of record from its description takes seconds; these are sent in long runs alone."""


@pytest.fixture(scope="module")
def document(target: Target) -> OpenApiSchema:
    headers = {"Authorization": f"Bearer {target.tokens[Role.RESPONSIBLE_OFFICER.value]}"}
    with capture_logs():
        return schemathesis.openapi.from_wsgi("/docs/openapi.json", target.world.app, headers=headers)


def cases(document: OpenApiSchema, target: Target) -> Iterator[st.SearchStrategy[Case[Any]]]:
    """Right and wrong requests of every operation, about what is held where they can be."""
    held = {"person_id": target.person_id, "assessment_id": target.assessment, "code": "RO-ADDR-01"}
    for found in document.get_all_operations():
        assert isinstance(found, Ok), found
        operation = found.ok()
        if operation.path in WHOLE_RECORDS and CALLS < 10_000:
            continue
        named = {each.name: held[each.name] for each in operation.path_parameters}
        yield operation.as_strategy(path_parameters=named or None)
        if operation.path_parameters or operation.body:
            yield operation.as_strategy(GenerationMode.NEGATIVE)


@pytest.mark.parametrize("role", list(Role))
def test_what_comes_back_is_what_the_document_says(
    target: Target, document: OpenApiSchema, role: Role
) -> None:
    headers = {"Authorization": f"Bearer {target.tokens[role.value]}"}
    sent = 0
    for strategy in cases(document, target):

        @FEW
        @given(strategy)
        def each(case: Case[Any]) -> None:
            nonlocal sent
            with capture_logs() as logged, watched():
                case.call_and_validate(headers=headers, checks=CHECKS)
            assert "'error'" not in str(logged)
            sent += 1

        each()
    assert sent > 20
