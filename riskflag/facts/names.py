"""Whether a text names somebody."""

import re


def named_in(name: str, text: str) -> bool:
    """Whole words only: "also" does not name Al. A missing name, or a single letter, is named nowhere."""
    name = name.strip()
    return len(name) > 1 and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))
