"""Whether two given names are one name: Bill and William, Gaz and Gary.

The `nicknames` package supplies the table; it is American, so what is heard in England and Wales is
added, Welsh, Irish, Polish, South Asian and West African short forms among it.
"""

from nicknames import NickNamer

BRITISH: dict[str, str] = {
    "abs": "abdul abdullah", "aga": "agnieszka", "aggie": "agnes agnieszka", "ali": "alison alistair alan",
    "ania": "anna", "asia": "joanna", "bartek": "bartosz", "basia": "barbara",
    "baz": "barry barrington basil", "bazza": "barry", "bex": "rebecca", "bola": "adebola",
    "caz": "caroline carol karen", "cazza": "caroline", "chaz": "charles charlotte", "chris": "krzysztof",
    "col": "colin", "dai": "david dafydd", "daz": "darren darrell", "dazza": "darren", "del": "derek",
    "dez": "desmond derek", "dom": "dominic", "ela": "elzbieta", "ewa": "eva", "faz": "faisal fazal",
    "femi": "oluwafemi", "fi": "fiona", "freda": "winifred frederica", "gareth": "gary", "gav": "gavin",
    "gaz": "gary gareth", "gazza": "gary gareth", "geoff": "geoffrey jeffrey", "gill": "gillian jill",
    "gosia": "malgorzata", "gray": "graham graeme", "guto": "gruffydd", "gwil": "gwilym",
    "hari": "angharad", "harj": "harjinder harjit", "harry": "harpreet harjit", "hatty": "harriet",
    "haz": "harry harold", "huw": "hugh", "ianto": "ieuan ifan", "iestyn": "justin",
    "ieuan": "ian evan john", "imz": "imran", "jas": "jaspreet jaswinder jasmine",
    "jaz": "jasmine jason jaswinder", "jez": "jeremy gerard", "joe": "yusuf jozef",
    "jools": "julian julie julia", "kasia": "katarzyna", "kaz": "karen karl kazimierz", "kev": "kevin",
    "kez": "kerry kieran", "kitty": "katherine catherine", "krysia": "krystyna", "kuba": "jakub",
    "kully": "kulwinder kuldip", "kunle": "adekunle", "laurie": "laurence lawrence lauren",
    "lil": "lilian lillian lily", "loz": "lauren laura lawrence", "lozza": "lauren laura",
    "maciek": "maciej", "magda": "magdalena", "mair": "mary", "maisie": "margaret mary",
    "manny": "manpreet emmanuel", "marge": "marjorie margaret", "maz": "mary marilyn marianne",
    "md": "muhammad", "mo": "muhammad maureen maurice mohamed", "mohammed": "muhammad mohamed",
    "mohd": "muhammad mohamed", "naz": "nazia nasreen nazir", "nez": "agnes vanessa",
    "nicky": "nicola nicholas", "ola": "aleksandra oluwaseun", "olek": "aleksander",
    "paddy": "patrick padraig", "phyl": "phyllis", "piotrek": "piotr peter", "pippa": "philippa",
    "raj": "rajesh rajinder", "raz": "rasheed razia", "rhod": "rhodri", "rosie": "rosemary rose rosalind",
    "roz": "rosalind rosamund", "sasha": "alexandra alexander natasha", "seb": "sebastian",
    "segun": "olusegun", "seun": "oluwaseun", "shaz": "sharon shazia", "shazza": "sharon",
    "shell": "michelle shelley", "shiv": "siobhan", "sian": "jane", "sid": "siddharth siddique",
    "sioned": "janet", "soph": "sophie sophia", "ste": "stephen steven", "stu": "stuart stewart",
    "tash": "natasha tasha", "taz": "tariq tasmin natasha", "tel": "terence terry",
    "terri": "theresa teresa terence", "tez": "terence terry", "tezza": "terence", "tobi": "oluwatobi",
    "tomek": "tomasz thomas", "tone": "anthony", "trace": "tracey tracy", "trev": "trevor",
    "trish": "patricia", "tunde": "babatunde", "ursie": "ursula", "viv": "vivienne vivian",
    "wale": "adewale olawale", "wayno": "wayne", "waz": "waseem waqas", "wes": "wesley",
    "wojtek": "wojciech", "yemi": "adeyemi oluyemi", "zosia": "zofia",
}  # fmt: skip
"""Short form, and the names that it may stand for, spaces between them."""

_NICKNAMES = NickNamer()
_AMERICAN = _NICKNAMES.canonical_lookup
_FORMAL: dict[str, frozenset[str]] = {
    name: frozenset(_AMERICAN.get(name, ())) | frozenset(BRITISH.get(name, "").split())
    for name in {*_AMERICAN, *BRITISH}
}


def formal_names(name: str) -> frozenset[str]:
    """The names that a lower-case given name may be short for; empty for none known."""
    return _FORMAL.get(name, frozenset())


def same_given_name(left: str, right: str) -> bool:
    """Whether one name is short for the other, or both are short for one name."""
    left_formal, right_formal = formal_names(left), formal_names(right)
    return left == right or left in right_formal or right in left_formal or bool(left_formal & right_formal)
