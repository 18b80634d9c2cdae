"""The vocabulary of addresses: what abbreviations stand for, and how much a word tells two places apart."""

import re

from riskflag.reference.look_alikes import as_it_looks


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


ABBREVIATIONS = {
    "apartments": "flats", "app": "approach", "appr": "approach", "arc": "arcade", "av": "avenue",
    "ave": "avenue", "avn": "avenue", "bldg": "building", "bldgs": "buildings", "blvd": "boulevard",
    "bri": "bridge", "bungs": "bungalows", "circ": "circle", "cl": "close", "clo": "close", "clse": "close",
    "cott": "cottage", "cotts": "cottages", "cr": "crescent", "cres": "crescent", "crt": "court",
    "ct": "court",
    "ctr": "centre", "dr": "drive", "drv": "drive", "est": "estate", "fm": "farm", "gdn": "garden",
    "gdns": "gardens", "gr": "grove", "grn": "green", "gro": "grove", "grv": "grove", "gt": "great",
    "hosp": "hospital", "hse": "house", "hs": "house", "ho": "house", "la": "lane", "ln": "lane",
    "lwr": "lower", "mans": "mansions", "mdws": "meadows", "mnr": "manor", "ms": "mews", "mt": "mount",
    "nth": "north", "pde": "parade", "pk": "park", "pl": "place", "plc": "place", "prom": "promenade",
    "rd": "road", "sq": "square", "sth": "south", "str": "street", "strt": "street", "tce": "terrace",
    "ter": "terrace", "terr": "terrace", "trce": "terrace", "upr": "upper", "vw": "view", "wlk": "walk",
    "wy": "way", "yd": "yard", "bham": "birmingham", "lpool": "liverpool", "mcr": "manchester",
    "nottm": "nottingham", "soton": "southampton",
}  # fmt: skip

STREET_TYPES = _set_of(
    """alley approach arcade avenue bank boulevard bridge broadway causeway chase circle circus close copse
    corner court courtyard crescent croft cross dene drive drove end esplanade fields fold gardens gate green
    grove heath hill lane mead meadow meadows mews mount parade park passage path place plain promenade quay
    ridge rise road row square street terrace vale view villas walk way wharf wood yard"""
)
"""Words that end the name of a street."""

BUILDING_TYPES = _set_of(
    """building buildings house lodge mansions mill tower towers block cottage cottages farm hall manor barn
    bungalow villa hostel heights point works hotel centre chambers flats"""
)
"""Words that end the name of a building."""

UNIT_WORDS = _set_of(
    """flat flt fl flats apartment apt appt apmt unit units room rooms rm studio bedsit maisonette suite
    annexe annex caravan pitch plot penthouse"""
)
FLOOR_WORDS = {
    "ground": "ground", "basement": "basement", "first": "first", "second": "second", "third": "third",
    "fourth": "fourth", "fifth": "fifth", "top": "top", "upper": "upper", "lower": "lower",
    "garden": "garden",
    "attic": "top", "middle": "middle", "rear": "rear", "front": "front",
}  # fmt: skip

_NUMBER_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
NUMBER_WORDS = {word: str(value) for value, word in enumerate(_NUMBER_WORDS.split(), start=1)}
"""Read as numbers only after a unit word: the Three of "Three Oaks" is part of a name."""

ORDINALS = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth"}

EMPTY_WORDS = _set_of("the and of at in on by upon near uk england wales cymru united kingdom no")
"""Words that do not tell one address from another."""

WEIGHTS = dict.fromkeys(STREET_TYPES | BUILDING_TYPES, 0.35) | dict.fromkeys(EMPTY_WORDS, 0.1)

_ASIDE = re.compile(
    r"\bc/o\b[^,]*,"
    r"|\b(?:tel|telephone|phone|mobile|mob)\b[\s.:]*\+?[\d\s]{6,}"
    r"|\bcas[ -]?[123]\b(?:\s+(?:property|accommodation|placement|address))?"
)
_REMARK = re.compile(r"\(([^()]*)\)")
_LEAD_IN = re.compile(
    r"^[^:]{0,60}:(?=.*[a-z])"
    r"|^.*?\baddress\s+-\s*"
    r"|^[^\d,]*\b(?:living|lives|staying|stays|residing|resides)\b[^\d,]*\bat\b"
)
_MARKS_OF_AN_ASIDE = ("c/o", "tel", "phone", "mob", "cas")
_MARKS_OF_A_LEAD_IN = (":", "address", " at")
_ANYTHING_ASIDE = re.compile(r"[(:]|c/o|cas[ -]?[123]|(?:tel|phone|mob|mobile| at)(?![a-z])|address|half|1/2")
"""What a text has that says anything about its address; most have none of it, and are left as they are."""
_HALF = re.compile(r"(\d+)\s*(?:(?:&|and)\s*)?(?:a\s+half\b|1/2\b|half\b)")
_DIGIT_IN_WORD = re.compile(r"[01](?<=[a-z][01])(?=[a-z]{2})|0(?<=[a-z]{2}0)(?=[a-z])")
_BEFORE_INWARD = re.compile(r"(?<![a-z0-9])[a-z]{1,2}[0-9oi][a-z0-9]? \Z")
_LONGEST_OUTWARD = 5
_ENDS = re.compile(r"\W*(?:,|\Z|(?:england|wales|cymru|uk|united kingdom)\b)")
_ORDINAL = re.compile(r"[1-5](?<!\w[1-5])(?:st|nd|rd|th)\b")


def weight(word: str) -> float:
    """How much a word counts in a comparison: street and building types little, joining words least."""
    return WEIGHTS.get(word, 1.0)


def telling(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that tell one address from another."""
    return tuple(word for word in words if word not in EMPTY_WORDS)


def clean(text: str) -> str:
    """Lower-case ASCII text without what is said about the address: remarks, care-of, telephone.

    A remark in brackets goes, unless it starts with a unit word: "(Flat 2)" is part of the address.
    """
    text = " ".join(as_it_looks(text).lower().replace("'", "").replace("`", "").split())
    if _ANYTHING_ASIDE.search(text):
        text = _without_asides(text)
    return _ORDINAL.sub(_written_out, text)


def _without_asides(text: str) -> str:
    if "(" in text:
        text = _REMARK.sub(_keep_a_unit, text)
    if any(mark in text for mark in _MARKS_OF_AN_ASIDE):
        text = _ASIDE.sub(" ", text)
    if any(mark in text for mark in _MARKS_OF_A_LEAD_IN):
        text = _LEAD_IN.sub(" ", text)
    return _HALF.sub(r"\1h", text) if "half" in text or "1/2" in text else text


def repair_words(text: str) -> str:
    """Put back the O or L that a scanner read as a digit inside a word; run once the postcode is out."""
    if "0" not in text and "1" not in text:
        return text
    return _DIGIT_IN_WORD.sub(lambda found: "o" if found.group() == "0" else "l", text)


def _written_out(found: re.Match[str]) -> str:
    """ "2nd" in a word, unless it is how a postcode ends: the "2nd floor" that follows "flat a1" is none."""
    text, start, end = found.string, found.start(), found.end()
    if _BEFORE_INWARD.search(text, max(0, start - _LONGEST_OUTWARD), start) and _ENDS.match(text, end):
        return found.group()
    return ORDINALS.get(found.group(), found.group())


def _keep_a_unit(found: re.Match[str]) -> str:
    first = found.group(1).split(" ", 1)[0].strip(".")
    return f", {found.group(1)}, " if first in UNIT_WORDS else " "
