"""What tells one shape from another: which fields an object has, and which the members of a list have."""

from riskflag.importers.fields import Fields


def has(content: object, *names: str) -> bool:
    """Whether it is an object with all these fields."""
    return isinstance(content, dict) and all(name in content for name in names)


def holds(content: object, name: str, *names: str) -> bool:
    """Whether it is an object with a list under ``name``, some member of which has all these fields."""
    return isinstance(content, dict) and some_have(content.get(name), *names)


def some_have(content: object, *names: str) -> bool:
    """Whether it is a list, some member of which is an object with all these fields."""
    return isinstance(content, list) and any(has(each, *names) for each in content)


def note_what_other_pages_hold(page: Fields, held: int) -> None:
    """A page that is not the only one, or holds fewer elements than it says there are, is a gap; so is one
    that does not say."""
    pages, everything = page.number("totalPages"), page.number("totalElements")
    if pages is None and everything is None and page.yes_or_no("last") is None:
        page.lacks("totalPages", "does not say whether this is all there is")
    if page.yes_or_no("first") is False or page.yes_or_no("last") is False or (pages or 0) > 1:
        page.lacks("totalPages", "says that this is one page of several")
    elif (everything or 0) > held:
        page.lacks("totalElements", "says that there are more than these")
