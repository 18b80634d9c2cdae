"""Every field that anybody is sent, and that resettlement staff are sent with something in it.

The tables are the authority. Whoever adds a field to an answer adds it here too, and so has to say who may
see it. No record, finding or fact is sent whole: only classes made to be shown are in the tables.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args, get_type_hints

import pytest

from riskflag.assessment import LookedAt, assess
from riskflag.casebook import NOW, Case
from riskflag.disclosure import ShownAssessment, show
from riskflag.dossier import PlaceKnowledge
from riskflag.importers.plain import plain
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import Role
from tests.api.conforming import resolve
from tests.api.world import json_of, make_world
from tests.strategies import only

Json = dict[str, Any]
FIELDS: Mapping[str, str] = {
    "ShownAssessment": "role verdict complete headline standing_line as_of valid_until expired flags read_first"
    " not_told looked_at data_quality_tasks officer rulebook statement scores",
    "ShownFlag": "severity message code harm_families findings action decides act_by tell do_not_disclose basis"
    " not_looked_at",
    "ShownFinding": "because severity evidence as_under",
    "ShownGap": "what remedy rules",
    "ShownOfficer": "name team telephone email",
    "ShownStatement": "recipient sentences before_sending",
    "ShownSentence": "says why sources",
    "ShownScores": "line instruments model version demonstration unlike_training harms",
    "ShownInstrument": "instrument says percentage band contributions notes",
    "ShownHarm": "harm says probability low high intercept contributions",
    "ShownContribution": "what log_odds",
    "ShownDecisions": "role proposal answered_again expired flags gaps statement",
    "ShownDecision": "decision decided_at name account role words",
    "ShownFlagDecisions": "code title severity must_be_decided decisions",
    "ShownGapDecisions": "gap what decisions",
    "LookedAt": "code title because",
    "PersonReference": "person_id",
    "FoundPeople": "people",
    "FoundPerson": "person_id name date_of_birth noms_number case_reference_number pnc_number agrees because",
    "ImportReport": "shape title elements records found gaps rejects contradictions",
    "KindCount": "kind count",
    "Gap": "path what",
    "Reject": "path reason carries_no_record",
    "Contradiction": "path what",
    "RuleDescription": "code title severity harm_families applies_to needs decides act_by action tell basis"
    " do_not_disclose staff_message what_it_flags why_it_matters what_to_do limits examples in_force_from retired_on",
    "DescribedExample": "story expected",
    "Alive": "status",
    "Ready": "status checked",
    "Info": "name version rulebook rules environment model model_version reference_data",
    "ReferenceTable": "file rows taken_on holds",
    "Heard": "queued came_before about_nobody unknown_type",
    "Alerts": "alerts",
    "RaisedAlert": "raised_at kind count person_id account place",
    "Problem": "type title status detail errors",
    "FieldProblem": "field reason",
}
"""The fields of every class that is sent."""

ANYBODY = {"Alive", "Ready", "Info", "ReferenceTable", "Problem", "FieldProblem"}
EVERY_ROLE = ANYBODY | {"RuleDescription", "DescribedExample"}
ANSWER = {name for name in FIELDS if name.startswith("Shown")} | {"LookedAt", "PersonReference"}
FOUND = {"FoundPeople", "FoundPerson"}
DECISIONS = {name for name in FIELDS if "Decision" in name}
ALERTS = {"Alerts", "RaisedAlert"}
IMPORTED = {"PersonReference", "ImportReport", "KindCount", "Gap", "Reject", "Contradiction", "Heard"}
REACHED: Mapping[Role | None, set[str]] = {
    None: ANYBODY,
    **dict.fromkeys(Role, EVERY_ROLE),
    Role.AUDITOR: EVERY_ROLE | ALERTS,
    Role.RESETTLEMENT_STAFF: EVERY_ROLE | ANSWER | FOUND,
    Role.RESPONSIBLE_OFFICER: EVERY_ROLE | ANSWER | FOUND,
    Role.RECORD_FEED: ANYBODY | IMPORTED,
}
"""The classes that a role may be sent, and nothing about anybody unless it is named; None is no role."""

FILLED_FOR_STAFF = {
    *("role", "verdict", "complete", "headline", "standing_line", "as_of", "valid_until", "expired"),
    *("read_first", "flags.severity", "flags.message", "not_told.what", "not_told.remedy"),
    *("officer.name", "officer.team", "officer.telephone", "officer.email"),
}
"""The fields of an answer that ever hold anything for staff."""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Json:
    world = make_world(tmp_path_factory.mktemp("world"), tmp_path_factory.mktemp("key"))
    document = json_of(world.ask("GET", "/docs/openapi.json", role=None))
    world.service.close()
    return document


def sent_to(document: Json, role: Role | None) -> set[str]:
    """Every schema that is in an answer, of whatever status, to a route that this role may ask."""
    found: set[str] = set()
    for operations in document["paths"].values():
        for operation in (each for each in operations.values() if isinstance(each, dict)):
            roles = operation.get("x-roles")
            if roles is None or role in roles:
                for response in operation["responses"].values():
                    _collect(document, response, found)
    return found


def _collect(document: Json, part: object, found: set[str]) -> None:
    if isinstance(part, dict):
        name = str(part.get("$ref", "")).removeprefix("#/components/schemas/")
        if "$ref" in part and name not in found:
            found |= {name} if "/" not in name else set()
            _collect(document, resolve(document, part["$ref"]), found)
        part = list(part.values())
    for inner in part if isinstance(part, list) else ():
        _collect(document, inner, found)


@pytest.mark.parametrize("role", REACHED)
def test_a_role_is_sent_what_the_table_says_and_no_more(document: Json, role: Role | None) -> None:
    assert sent_to(document, role) == REACHED[role]


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_sent_has_the_fields_of_the_table_and_no_others(document: Json, name: str) -> None:
    assert set(document["components"]["schemas"][name]["properties"]) == set(FIELDS[name].split())


@cache
def inside(cls: type) -> frozenset[type]:
    """A dataclass and every one that may stand in it."""
    found: set[type] = {cls}
    for hint in get_type_hints(cls).values():
        inner = only(hint)
        inner = get_args(inner)[0] if get_args(inner) else inner
        if is_dataclass(inner):
            found |= inside(cast("type", inner))
    return frozenset(found)


def test_what_the_command_line_writes_has_the_same_fields() -> None:
    """It writes whatever is in a shown answer, so nothing may be in there that was not made to be shown."""
    written = {each.__name__: {field.name for field in fields(each)} for each in inside(ShownAssessment)}
    assert written == {name: set(FIELDS[name].split()) for name in ANSWER - DECISIONS - {"PersonReference"}}
    made_elsewhere = {each for each in inside(ShownAssessment) if "Shown" not in each.__name__}
    assert made_elsewhere == {LookedAt}


def filled(value: object, path: str = "") -> Iterator[str]:
    """The path of every field that holds something."""
    if isinstance(value, Mapping):
        for name, held in value.items():
            yield from filled(held, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list):
        for each in value:
            yield from filled(each, path)
    elif value is not None:
        yield path


def examples() -> list[Case]:
    """The examples of every rule."""
    return [example.case for rule in load_rulebook().rules for example in rule.examples]


def test_staff_are_sent_nothing_in_any_other_field() -> None:
    book, held = load_rulebook(), set()
    for of in examples():
        known = assess(of.dossier.known_part(), of.enquiry.known_part(), PlaceKnowledge(), book)
        shown = show(assess(of.dossier, of.enquiry, of.place, book), known, Role.RESETTLEMENT_STAFF, NOW)
        held |= set(filled(plain(shown)))
    assert held <= FILLED_FOR_STAFF
    assert FILLED_FOR_STAFF - held <= {"officer.email"}


WHOLE = re.compile(
    r"\b(?:asdict|astuple|jsonify|to_builtins)\(|\bvars\((?!view\))|__dict__|default=(?:str|repr|vars)\b"
)
"""Ways to write an object without naming its fields."""
MAY_WRITE_WHOLE = {
    ("api/answers.py", "__dict__"): "finds the dataclass of a schema",
    ("api/docs/views.py", "jsonify("): "sends the OpenAPI document, which is made of plain values",
    ("api/errors.py", "asdict("): "writes a problem, whose fields are in the table",
    ("riskflag/importers/fields.py", "default=str"): "tells elements of a payload apart by all they hold",
    (
        "riskflag/persistence/digests.py",
        "default=repr",
    ): "codes a row with a key, whatever meddling left there",
}


@pytest.mark.parametrize("package", ["api", "riskflag"])
def test_nothing_is_written_whole_but_by_the_schemas_of_answers(package: str) -> None:
    root = Path(__file__).parents[2]
    found = {
        (path.relative_to(root).as_posix(), way)
        for path in (root / package).rglob("*.py")
        for way in WHOLE.findall(path.read_text(encoding="utf-8"))
    }
    assert found == {each for each in MAY_WRITE_WHOLE if each[0].startswith(package)}
