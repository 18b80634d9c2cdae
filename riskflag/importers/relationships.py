"""What somebody is to the person, as NOMIS and nDelius say it, as one of our words."""

import re

from riskflag.records import Address
from riskflag.vocabulary import INTIMATE, RELATIVES, Relationship, Visibility

_BEFORE = r"(ex|former|previous|divorced|separated|estranged)"
_WORDS: tuple[tuple[Relationship, str], ...] = (
    (Relationship.EX_SPOUSE, rf"{_BEFORE}\W*(wife|husband|spouse)|divorced|separated"),
    (Relationship.EX_PARTNER, rf"{_BEFORE}\W*(partner|girl\W?friend|boy\W?friend|civil partner)"),
    (Relationship.STEPCHILD, r"step\W*(son|daughter|child)"),
    (Relationship.GRANDPARENT, r"grand\W*(mother|father|parent|ma|pa|mum|dad)|nan(a)?"),
    (Relationship.OTHER_RELATIVE, r".*\bin\W?law|(great|grand|god)\W*\w+|aunt|uncle|cousin|niece|nephew"),
    (Relationship.OTHER_RELATIVE, r"(other )?(family member|relative|relation)|other family"),
    (Relationship.PARENT, r"(step|foster|adoptive)?\W*(mother|father|parent|mum|dad)"),
    (Relationship.SIBLING, r"(step|foster|half)?\W*(brother|sister|sibling)"),
    (Relationship.CHILD, r"(adopted|foster)?\W*(son|daughter|child)"),
    (Relationship.SPOUSE, r"(common law )?(wife|husband|spouse)|civil partner(ship)?"),
    (Relationship.PARTNER, r"(cohabiting |unmarried )?partner|girl\W?friend|boy\W?friend|fianc\w+|cohabitee"),
    (Relationship.FRIEND, r"(boy|girl)?\W*friend|(family )?friend|pen\W?friend"),
    (Relationship.NEIGHBOUR, r"neighbour"),
    (Relationship.COLLEAGUE, r"colleague|employer|employee|work\w*"),
    (Relationship.CO_DEFENDANT, r"co\W?defendant"),
    (Relationship.LANDLORD, r"land(lord|lady)"),
    (Relationship.CARER, r"(main |unpaid )?carer|guardian"),
    (Relationship.PROFESSIONAL, r"gp\b.*|doctor|nurse|psychiatrist|psychologist|solicitor|chaplain"),
    (Relationship.PROFESSIONAL, r"social services|probation.*|.*\b(officer|worker|manager|supervisor|team)"),
    (Relationship.PROFESSIONAL, r"(prison|official|legal) visitor|key\W?worker"),
)
_MEANINGS = tuple((relationship, re.compile(words, re.IGNORECASE)) for relationship, words in _WORDS)
_OVER = re.compile(rf"\b{_BEFORE}\b", re.IGNORECASE)
_ONCE = {
    Relationship.SPOUSE: Relationship.EX_SPOUSE,
    Relationship.PARTNER: Relationship.EX_PARTNER,
}
_FORMER = frozenset({Relationship.EX_SPOUSE, Relationship.EX_PARTNER})
_VICTIM = re.compile(r"\bvictim|\bcomplainant|\bprotected\b", re.IGNORECASE)
_NOTE = re.compile(r"\s*\(.*?\)\s*")


def relationship_of(written: str | None, *, official: bool = False) -> Relationship:
    """The relationship that the words name; unknown where they name none that is known.

    official: whether the system counts the contact as one in an official capacity
    """
    words = _NOTE.sub(" ", written or "").strip()
    found = next((each for each, pattern in _MEANINGS if pattern.fullmatch(words)), Relationship.UNKNOWN)
    if _OVER.search(" ".join(_NOTE.findall(written or ""))):
        found = _ONCE.get(found, found)  # "Partner (ex)": what is in brackets is a note, save that it is over
    return Relationship.PROFESSIONAL if found is Relationship.UNKNOWN and official else found


def closest(relationships: tuple[Relationship, ...]) -> Relationship:
    """The one that counts where a contact has several: a partner, then a relative, then any that is known."""
    for wanted in (INTIMATE, RELATIVES, frozenset(Relationship) - {Relationship.UNKNOWN}):
        for each in relationships:
            if each in wanted:
                return each
    return Relationship.UNKNOWN


def who_may_know(relationship: Relationship, home: Address | None, words: str) -> Visibility | None:
    """Protected where a contact's home is given and they may have left, or be a victim; else as usual.

    Nothing in a list of contacts says that the person knows where a former partner lives now.
    """
    may_have_left = relationship in _FORMER or _VICTIM.search(words) is not None
    return Visibility.PROTECTED if home is not None and may_have_left else None
