"""Whether a text names somebody."""

import re

from riskflag.records import NamedPerson
from riskflag.reference.look_alikes import as_it_looks


def named_in(name: str, text: str) -> bool:
    """Whole words only: "also" does not name Al. A missing name, or a single letter, is named nowhere.

    Marks on letters count for nothing, and letters that only look like ours count as what they look like.
    """
    name = name.strip()
    return len(name) > 1 and (_stands_in(name, text) or _stands_in(as_it_looks(name), as_it_looks(text)))


def _stands_in(name: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


def is_named(who: NamedPerson, text: str) -> bool:
    """Whether a text has any name of theirs in full: one they use, or one they had before."""
    return any(named_in(name, text) for name in (who.name, *who.aliases, *who.former_names))
