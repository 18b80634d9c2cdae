"""What the tests of the command line share: how it is run, and the case files that it is given."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parents[1] / "examples"
S21 = EXAMPLES / "S21-home-of-the-protected-partner.json"
QUIET = EXAMPLES / "S04-after-the-change-of-plan.json"
THAT_DAY = "2026-11-22T12:00:00+00:00"

Run = Callable[..., tuple[int, str, str]]


def changed(tmp_path: Path, change: Callable[[dict[str, Any]], object], source: Path = S21) -> Path:
    content = json.loads(source.read_text())
    change(content)
    path = tmp_path / "case.json"
    path.write_text(json.dumps(content))
    return path
