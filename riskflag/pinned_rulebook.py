"""The rulebook that this version was released with. A process that answers starts with it or not at all.

A rule that was lost on the way, or changed where the service runs, would be silence where there was danger.
``make docs`` pins the rules as they are (``python -m riskflag.pinned_rulebook``), so that every change of a
rule is a line for its reviewer to read.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from riskflag.errors import RulebookError
from riskflag.rulebook import Rulebook, load_rulebook
from riskflag.vocabulary import RuleCode

PIN_FILE = Path(__file__).with_suffix(".json")


@dataclass(frozen=True, slots=True)
class Pin:
    """What a rulebook must be.

    fingerprint: SHA-256 over the rules' source, hexadecimal
    rules: the code of every rule, in order
    """

    fingerprint: str
    rules: tuple[RuleCode, ...]

    @classmethod
    def of(cls, rulebook: Rulebook) -> "Pin":
        """The pin of a rulebook."""
        return cls(rulebook.fingerprint, tuple(rule.code for rule in rulebook.rules))

    def refuse_unless(self, rulebook: Rulebook) -> None:
        """Raises RulebookError, naming codes only, unless the rulebook is the one that was pinned."""
        found = Pin.of(rulebook)
        if not self.rules:
            raise RulebookError("the pinned rulebook is empty")
        if lost := set(self.rules) - set(found.rules):
            raise RulebookError(f"rules of the pinned rulebook are missing: {', '.join(sorted(lost))}")
        if found != self:
            raise RulebookError(
                "the rules are not those of the pinned rulebook: look at them, then `make docs`"
            )


def pinned_rulebook(pin_file: Path = PIN_FILE) -> Rulebook:
    """The rulebook of this installation, once it has proved to be the pinned one. Raises RulebookError."""
    pin, rulebook = read_pin(pin_file), load_rulebook()
    pin.refuse_unless(rulebook)
    return rulebook


def read_pin(pin_file: Path = PIN_FILE) -> Pin:
    """What is pinned. Raises RulebookError when it cannot be read."""
    try:
        held = json.loads(pin_file.read_text(encoding="utf-8"))
        return Pin(str(held["fingerprint"]), tuple(RuleCode(code) for code in held["rules"]))
    except (OSError, ValueError, KeyError, TypeError):
        raise RulebookError("the pinned rulebook cannot be read") from None


def pin_text(rulebook: Rulebook) -> str:
    """What the file says of a rulebook, a rule a line."""
    pin = Pin.of(rulebook)
    return json.dumps({"fingerprint": pin.fingerprint, "rules": pin.rules}, indent=1) + "\n"


if __name__ == "__main__":
    PIN_FILE.write_text(pin_text(load_rulebook()), encoding="utf-8")
