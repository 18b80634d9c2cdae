"""What the code may not do, held over all that is served; and proof that each rule can fail."""

from collections.abc import Callable
from functools import cache

import pytest

from tests.contracts import safe_code
from tests.contracts.test_house_style import SOURCE

SERVED = {path: text for path, text in SOURCE.items() if not path.startswith("training/")}

SQLITE = "riskflag/persistence/sqlite.py"
PRIVILEGES = "riskflag/persistence/privileges.py"
FIRST_TABLES = "riskflag/persistence/migrations/versions/r0001_first_tables.py"
A_NAME_CANNOT_BE_A_VALUE = "SQL has no place for a value here, and what is put in is a constant of the module"
A_ROLE_CANNOT_BE_A_VALUE = (
    "GRANT has no place for a value, and the role is one that the server has, quoted by the dialect"
)
WORDS_OF_OUR_OWN = "the error is one of the module's own, whose words are written in it"
ALLOWED = {
    (SQLITE, "cursor.execute(f'PRAGMA {name}={setting}')"): A_NAME_CANNOT_BE_A_VALUE,
    (SQLITE, "cursor.execute(f'PRAGMA {name}')"): A_NAME_CANNOT_BE_A_VALUE,
    (PRIVILEGES, "connection.exec_driver_sql(statement + quoted)"): A_ROLE_CANNOT_BE_A_VALUE,
    (SQLITE, "connection.connection.cursor().execute(f'BEGIN {mode}')"): A_NAME_CANNOT_BE_A_VALUE,
    (
        FIRST_TABLES,
        (
            'op.execute(f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} {when} '
            "BEGIN SELECT RAISE(ABORT, '{table} is never changed'); END\")"
        ),
    ): A_NAME_CANNOT_BE_A_VALUE,
    (
        "riskflag/batch.py",
        "from joblib import Parallel, delayed, parallel_config",
    ): "between processes of one user go the name of a run, a range and counts, and no file is read",
    (
        "riskflag/persistence/codec.py",
        "convert(read, kind.wraps)",
    ): "a reader of the same type was made just before, one thread at a time",
    ("riskflag/importers/reading.py", "str(unusable)"): WORDS_OF_OUR_OWN,
    ("riskflag/importers/strict_json.py", "str(refused)"): WORDS_OF_OUR_OWN,
    ("riskflag/reference/tables.py", "{error}"): "reference data is public, and its keeper must find the row",
    (
        "riskflag/service.py",
        "log.error('model_unusable', because=str(error))",
    ): "every sentence of ModelUnusable is written in the code, and the operator must know which it was",
}
"""What a rule finds and may stay, with the reason."""


@cache
def found(rule: Callable[[str], list[str]]) -> frozenset[tuple[str, str]]:
    return frozenset((path, line) for path, text in SERVED.items() for line in rule(text))


@pytest.mark.parametrize("name", safe_code.RULES)
def test_nothing_that_is_served_does_it(name: str) -> None:
    assert found(safe_code.RULES[name]) - set(ALLOWED) == set()


def test_everything_that_is_allowed_is_still_there() -> None:
    assert set(ALLOWED).difference(*map(found, safe_code.RULES.values())) == set()


def test_no_flags_found_is_said_in_one_place() -> None:
    assert found(safe_code.nothing_found) == {("riskflag/assessment.py", "Verdict.NO_FLAGS_FOUND")}


ROWS: dict[str, tuple[tuple[str, str], ...]] = {
    "formed SQL": (
        ('c.exec_driver_sql(f"SELECT {what} FROM person")', 'c.exec_driver_sql("SELECT 1")'),
        ('c.execute(text("SELECT * FROM " + table))', 'c.execute(text("SELECT 1"))'),
        ('c.execute(text("SELECT %s" % what))', "c.execute(select(person), {'of_person': person_id})"),
        ('op.execute("DROP TABLE {}".format(table))', 'op.execute("DROP TABLE draft")'),
        ("cursor.execute(statement)", 'STATEMENT = "PRAGMA x"\ncursor.execute(STATEMENT)'),
        ("connection.cursor().execute(made())", "connection.execute(_SELECT)"),
        ('c.execute(", ".join(parts))', "c.execute(insert(table), rows)"),
        (
            "for each in made:\n    op.execute(each)",
            "MADE = ('DROP TABLE x', 'DROP TABLE y')\nfor each in MADE:\n    op.execute(each)",
        ),
        (
            "ALL = [f'DROP TABLE {x}']\nfor each in ALL:\n    cursor.execute(each)",
            "for each in ('VACUUM', 'ANALYZE') if x else ('VACUUM',):\n    cursor.execute(each)",
        ),
        ("op.execute(made)", "op.execute(insert(new).from_select(columns, held))"),
        ("c.execute(DDL(statement))", 'c.execute(DDL("CREATE INDEX x ON y (z)"))'),
    ),
    "code from data": (
        ("import pickle", "import json"),
        ("from joblib import load", "from msgspec import json"),
        ("import numpy, marshal as m", "import marshmallow"),
        ("import shelve", "import shutil"),
        ("eval(words)", "evaluate(words)"),
        ("builtins.exec(words)", "c.execute(words)"),
        ("yaml.load(words)", "json.load(words)"),
    ),
    "loose logging": (
        ('log.info("asked", name=person.name)', 'log.info("asked", role=reader.role.value)'),
        ('log.info(f"asked about {person}")', 'log.info("asked")'),
        ('log.info("asked %s", person)', "log.info(ASSESSED[kind].value, assessment_id=stored.id)"),
        ('log.error("failed", error=str(error))', 'log.error("failed", error=type(error).__name__)'),
        ('log.error("failed", **said)', 'log.error("failed", status=status)'),
        ('log.exception("failed")', 'parser.error("failed")'),
        ('log.error("failed", exc_info=True)', 'log.error("failed", code=rule.code)'),
        ('log.info("asked", route=f"/people/{number}")', 'log.info("asked", route=rule.rule)'),
        ("structlog.get_logger().info(person)", "log = structlog.get_logger()"),
        ("self._log.warning(address.text)", "self._catalogue.info(address.text)"),
    ),
    "default verdicts": (
        ("def f(v=Verdict.NO_FLAGS_FOUND): ...", "def f(v=Verdict.INCOMPLETE): ..."),
        ("def f(*, v='flags_raised'): ...", "def f(*, v): ..."),
        ("class A:\n    v: Verdict = Verdict.FLAGS_RAISED", "class A:\n    v: Verdict"),
        ("class A:\n    v: Verdict = field(default=Verdict.NO_FLAGS_FOUND)", "class A:\n    n: int = 0"),
        ("read.get('v', Verdict.NO_FLAGS_FOUND)", "read.get('v', Verdict.INCOMPLETE)"),
        ("v = verdict or Verdict.NO_FLAGS_FOUND", "v = verdict or Verdict.INCOMPLETE"),
        ("getattr(row, 'verdict', 'no_flags_found')", "getattr(row, 'verdict', None)"),
        ("Column('verdict', String, server_default='incomplete')", "Column('verdict', String)"),
        ("Column('complete', Boolean, default=True)", "Column('held', Boolean, default=True)"),
    ),
    "foreign words": (
        *(
            (
                f"try: ...\nexcept Exception as error:\n    {wrong}",
                f"try: ...\nexcept {kind} as error:\n    {right}",
            )
            for wrong, kind, right in (
                ("raise StoreUnavailable(str(error))", "Exception", "told = type(error).__name__"),
                ("raise StoreUnavailable(f'because {error}')", "BadInput", "told = str(error)"),
                ("told = 'because %s' % error", "RiskflagError", "told = f'because {error}'"),
                ("told = error.args[0]", "(BadInput, NotFound)", "told = error.args"),
                ("problems.append(error)", "errors.Conflict", "raise Answer(error)"),
                ("told = error.orig", "Exception", "known = isinstance(error, OSError)"),
                ("told.append(error)", "Exception", "came.put(error)"),
            )
        ),
        ("told = traceback.format_exc()", "place = extract_tb(error.__traceback__)"),
    ),
    "prints": (("print(person)", "echo(person)"),),
    "types read in passing": (
        ("msgspec.json.decode(content, type=Model)", "READER = msgspec.json.Decoder(Model)"),
        ("convert(read, Address)", "READER.decode(content)"),
        ("msgpack.decode(content, type=kind)", "content.decode('utf-8')"),
    ),
}
"""For each rule, pairs of lines: one that it must find, and one that it must leave."""
PAIRS = [(name, wrong, right) for name, rows in ROWS.items() for wrong, right in rows]


def test_every_rule_is_tried() -> None:
    assert set(ROWS) == set(safe_code.RULES)


@pytest.mark.parametrize(("name", "wrong", "right"), [pytest.param(*pair, id=pair[1]) for pair in PAIRS])
def test_a_rule_finds_what_it_must_and_nothing_besides(name: str, wrong: str, right: str) -> None:
    assert safe_code.RULES[name](wrong)
    assert safe_code.RULES[name](right) == []


def test_a_second_place_that_says_nothing_was_found_is_found() -> None:
    assert safe_code.nothing_found("def f():\n    return Verdict.NO_FLAGS_FOUND")
    assert safe_code.nothing_found("Shown(verdict=Verdict.NO_FLAGS_FOUND)")
    assert safe_code.nothing_found("WORDS = {Verdict.NO_FLAGS_FOUND: 0}") == []
