"""Finds in Python text what may not be done in a service that holds protected people's addresses.

Each function takes text, touches no file, and gives the offending lines as they are written.
"""

import ast
from collections.abc import Callable, Iterable, Iterator

from riskflag import errors
from riskflag.vocabulary import Verdict

Functions = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda

SQL_TEXT = frozenset({"text", "DDL", "literal_column", "exec_driver_sql"})
DRIVERS = frozenset({"cursor", "dbapi_connection"})
CARRIES_CODE = frozenset({"pickle", "marshal", "shelve", "joblib", "dill", "cloudpickle", "jsonpickle"})
RUNS_TEXT = frozenset(
    {"eval", "exec", "compile", "__import__", "yaml.load", "yaml.unsafe_load", "yaml.full_load"}
)
LOGS = frozenset({"log", "logger", "_log", "_logger"})
LEVELS = frozenset(
    {"debug", "info", "warning", "warn", "error", "critical", "fatal", "exception", "log", "msg"}
)
MAY_BE_LOGGED = frozenset(
    {
        "assessment_id",
        "because",
        "code",
        "doing",
        "error",
        "method",
        "milliseconds",
        "place",
        "request_id",
        "role",
        "route",
        "rulebook",
        "status",
    }
)
"""The only names under which anything stands in the log. ``place`` is a place in the code."""
TELLS_ALL = frozenset({"str", "repr", "vars", "asdict", "dir", "format"})
TRACES = frozenset({"format_exc", "print_exc", "format_exception", "print_exception", "print_tb", "exc_info"})
SAYS_NOTHING = frozenset({"isinstance", "type", "put"})
"""What an error may be handed to: nothing of it is said there. What is put in a queue is raised elsewhere."""
OURS = frozenset(name for name in vars(errors) if name[0].isupper()) - {"Mapping"}
FILLS_IN = frozenset({"get", "setdefault", "pop", "getattr", "defaultdict"})
KINDER = frozenset(verdict.name for verdict in Verdict) - {Verdict.INCOMPLETE.name}
KINDER_WORDS = frozenset(verdict.value for verdict in Verdict) - {Verdict.INCOMPLETE.value}


def formed_sql(text: str) -> list[str]:
    """Statements for the database that are put together from pieces, or are not written where they are used."""
    tree = ast.parse(text)
    assigned = [node for node in tree.body if isinstance(node, ast.Assign)]
    written = _names(node for node in assigned if _is_text(node.value))
    tables = _names(node for node in assigned if _are_texts(node.value, frozenset()))
    loops = [node for node in ast.walk(tree) if isinstance(node, ast.For) and _are_texts(node.iter, tables)]
    written |= {loop.target.id for loop in loops if isinstance(loop.target, ast.Name)}
    return _written(
        call
        for call in _calls(tree)
        if call.args and (_takes_sql(call) or _takes_anything(call)) and not _harmless_sql(call, written)
    )


def code_from_data(text: str) -> list[str]:
    """Imports of what runs code when it reads data, and calls that run text."""
    tree = ast.parse(text)
    imported = (
        node
        for node in ast.walk(tree)
        if (isinstance(node, ast.Import) and any(_root(each.name) in CARRIES_CODE for each in node.names))
        or (isinstance(node, ast.ImportFrom) and _root(node.module or "") in CARRIES_CODE)
    )
    return _written(imported) + _written(
        call for call in _calls(tree) if ast.unparse(call.func).removeprefix("builtins.") in RUNS_TEXT
    )


def loose_logging(text: str) -> list[str]:
    """Lines of the log that say more than a fixed event with values of fixed names, or that trace an error."""
    return _written(call for call in _calls(ast.parse(text)) if _logs(call) and not _may_be_logged(call))


def default_verdicts(text: str) -> list[str]:
    """Places where a verdict other than "incomplete" stands in for one that is missing."""
    tree = ast.parse(text)
    return _written(part for node in ast.walk(tree) for part in _stand_ins(node) if _kinder(part)) + _written(
        call
        for call in _calls(tree)
        if _name(call) == "Column"
        and call.args
        and ast.unparse(call.args[0]) in {"'verdict'", "'complete'"}
        and any(keyword.arg in {"default", "server_default"} for keyword in call.keywords)
    )


def nothing_found(text: str) -> list[str]:
    """Places that give out "no flags found" as a verdict."""
    given = (
        node.value
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Return) or (isinstance(node, ast.keyword) and node.arg == "verdict")
    )
    return _written(
        node for node in given if node is not None and ast.unparse(node) == "Verdict.NO_FLAGS_FOUND"
    )


def foreign_words(text: str) -> list[str]:
    """Uses of what an error that is not ours says: it may repeat what it was given, addresses too."""
    tree = ast.parse(text)
    handlers = (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler) and node.name)
    said = [
        node
        for handler in handlers
        if not _caught(handler) <= OURS
        for node in ast.walk(handler)
        if _speaks(node, str(handler.name))
    ]
    return _written(said) + _written(call for call in _calls(tree) if _name(call) in TRACES)


def prints(text: str) -> list[str]:
    """What is printed past the log."""
    return _written(call for call in _calls(ast.parse(text)) if _name(call) in {"print", "pprint"})


def types_read_in_passing(text: str) -> list[str]:
    """Data read into a type that is worked out at that moment: by two threads at once, it ends the process.

    msgspec hands what it works out of a type to every thread before it is whole (seen in 0.22.0). A reader is
    made where a module begins, or by one thread at a time.
    """
    return _written(
        call
        for call in _calls(ast.parse(text))
        if _name(call) == "convert"
        or (_name(call) == "decode" and any(keyword.arg == "type" for keyword in call.keywords))
    )


RULES: dict[str, Callable[[str], list[str]]] = {
    "formed SQL": formed_sql,
    "code from data": code_from_data,
    "loose logging": loose_logging,
    "default verdicts": default_verdicts,
    "foreign words": foreign_words,
    "prints": prints,
    "types read in passing": types_read_in_passing,
}


def _written(nodes: Iterable[ast.AST]) -> list[str]:
    return [ast.unparse(node) for node in nodes]


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _root(module: str) -> str:
    return module.partition(".")[0]


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _names(assigned: Iterable[ast.Assign]) -> frozenset[str]:
    return frozenset(
        target.id for node in assigned for target in node.targets if isinstance(target, ast.Name)
    )


def _are_texts(node: ast.AST, tables: frozenset[str]) -> bool:
    """Whether it is a list of texts that are written out, or one of those that were assigned."""
    if isinstance(node, ast.IfExp):
        return _are_texts(node.body, tables) and _are_texts(node.orelse, tables)
    if isinstance(node, ast.Name):
        return node.id in tables
    return isinstance(node, ast.Tuple | ast.List) and all(_is_text(each) for each in node.elts)


def _takes_sql(call: ast.Call) -> bool:
    """Whether the call takes a statement as text and nothing else."""
    return _name(call) in SQL_TEXT


def _takes_anything(call: ast.Call) -> bool:
    return _name(call) in {"execute", "executemany", "executescript", "scalar", "scalars"}


def _harmless_sql(call: ast.Call, written: frozenset[str]) -> bool:
    statement = call.args[0]
    if _is_text(statement) or (isinstance(statement, ast.Name) and statement.id in written):
        return True
    owner = set(ast.unparse(call.func).replace("()", "").split("."))
    if _takes_sql(call) or owner & DRIVERS:
        return False
    if "op" in owner:
        return isinstance(statement, ast.Call) and not _puts_together(statement)
    return not _puts_together(statement)


def _puts_together(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr | ast.BinOp) or _makes_text(node)


def _makes_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and _name(node) in {"format", "join", "replace", "format_map", "str"}


def _logs(call: ast.Call) -> bool:
    owner, _, level = ast.unparse(call.func).rpartition(".")
    return level in LEVELS and (
        owner.rpartition(".")[2] in LOGS or owner.startswith(("logging", "structlog"))
    )


def _may_be_logged(call: ast.Call) -> bool:
    event, *more = call.args or [ast.Constant(None)]
    fixed = _is_text(event) or (isinstance(event, ast.Attribute) and event.attr == "value")
    named = all(keyword.arg in MAY_BE_LOGGED for keyword in call.keywords)
    told = [part for keyword in call.keywords for part in ast.walk(keyword.value)]
    whole = any(isinstance(part, ast.JoinedStr) for part in told) or any(
        isinstance(part, ast.Call) and _name(part) in TELLS_ALL for part in told
    )
    return fixed and named and not more and not whole and _name(call) != "exception"


def _stand_ins(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in for something missing: defaults of every kind, and the last part of an ``or``."""
    if isinstance(node, Functions):
        yield from [*node.args.defaults, *filter(None, node.args.kw_defaults)]
    if isinstance(node, ast.ClassDef):
        yield from (each.value for each in node.body if isinstance(each, ast.AnnAssign) and each.value)
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
        yield node.values[-1]
    if isinstance(node, ast.Call) and _name(node) in FILLS_IN:
        yield from node.args[-1:]
    if isinstance(node, ast.Call):
        yield from (
            each.value for each in node.keywords if each.arg in {"default", "server_default", "load_default"}
        )


def _kinder(node: ast.AST) -> bool:
    return any(
        (isinstance(part, ast.Attribute) and part.attr in KINDER and ast.unparse(part.value) == "Verdict")
        or (isinstance(part, ast.Constant) and part.value in KINDER_WORDS)
        for part in ast.walk(node)
    )


def _caught(handler: ast.ExceptHandler) -> set[str]:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return {ast.unparse(kind).rpartition(".")[2] for kind in kinds if kind}


def _speaks(node: ast.AST, name: str) -> bool:
    """Whether the error's own words are used, or the error itself is handed on as a value."""
    if isinstance(node, ast.Call):
        given = [*node.args, *(keyword.value for keyword in node.keywords)]
        return _name(node) not in SAYS_NOTHING and any(ast.unparse(each) == name for each in given)
    if isinstance(node, ast.FormattedValue):
        return ast.unparse(node.value) == name
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        return any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(node.right))
    return isinstance(node, ast.Attribute) and ast.unparse(node) in {
        f"{name}.args",
        f"{name}.orig",
        f"{name}.statement",
    }
