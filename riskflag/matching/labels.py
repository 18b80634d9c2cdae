"""Names that are no names: "mother", "ex-wife", "his sister Amy", "Ms K"."""

from dataclasses import dataclass

from riskflag.vocabulary import Relationship

_RELATIONSHIPS: dict[str, Relationship] = {
    **dict.fromkeys(("mother", "mum", "mam", "mummy", "mom"), Relationship.PARENT),
    **dict.fromkeys(("father", "dad", "daddy"), Relationship.PARENT),
    **dict.fromkeys(("parent", "stepmother", "stepfather", "stepmum", "stepdad"), Relationship.PARENT),
    **dict.fromkeys(("wife", "husband", "spouse"), Relationship.SPOUSE),
    **dict.fromkeys(("partner", "girlfriend", "boyfriend", "fiance", "fiancee"), Relationship.PARTNER),
    **dict.fromkeys(("sister", "brother", "sibling"), Relationship.SIBLING),
    **dict.fromkeys(
        ("grandmother", "grandfather", "nan", "nana", "gran", "grandad"), Relationship.GRANDPARENT
    ),
    **dict.fromkeys(("son", "daughter", "child"), Relationship.CHILD),
    **dict.fromkeys(("stepson", "stepdaughter", "stepchild"), Relationship.STEPCHILD),
    **dict.fromkeys(("aunt", "aunty", "uncle", "cousin", "niece", "nephew"), Relationship.OTHER_RELATIVE),
    **dict.fromkeys(("friend", "mate"), Relationship.FRIEND),
    "neighbour": Relationship.NEIGHBOUR,
    "landlord": Relationship.LANDLORD,
    "carer": Relationship.CARER,
}
_FORMER = {Relationship.SPOUSE: Relationship.EX_SPOUSE, Relationship.PARTNER: Relationship.EX_PARTNER}
_ONLY_ONE = {
    **dict.fromkeys(("mother", "mum", "mam", "mummy", "mom"), "mother"),
    **dict.fromkeys(("father", "dad", "daddy"), "father"),
}
_ABOUT = frozenset(
    [
        "his",
        "her",
        "their",
        "the",
        "my",
        "current",
        "disabled",
        "elderly",
        "family",
        "member",
        "victim",
        "unnamed",
    ]
)


@dataclass(frozen=True, slots=True)
class Label:
    """What the front of a name says of somebody's relationship.

    relationship: the one it names; None when it names none
    only_one: "mother" or "father", of whom a person has one; empty for any other
    rest: the words left over, which may be a name
    """

    relationship: Relationship | None
    only_one: str
    rest: tuple[str, ...]


def read_label(words: tuple[str, ...], declared: Relationship) -> Label:
    """Take a leading relationship off a name's lower-case words.

    declared: the relationship on record. When it contradicts the word, the word is a name (Son Nguyen).
    """
    start = next((place for place, word in enumerate(words) if word not in _ABOUT), len(words))
    former = words[start : start + 1] in (("ex",), ("former",), ("estranged",))
    word = words[start + former] if len(words) > start + former else ""
    relationship = _RELATIONSHIPS.get(word)
    if former and relationship is not None:
        relationship = _FORMER.get(relationship, relationship)
    rest = words[start + former + 1 :]
    if relationship is None or (rest and declared not in (Relationship.UNKNOWN, relationship)):
        return Label(None, "", words[start:] or words)
    if rest[:2] == ("in", "law"):
        return Label(Relationship.OTHER_RELATIVE, "", rest[2:])
    return Label(relationship, "" if rest else _ONLY_ONE.get(word, ""), rest)
