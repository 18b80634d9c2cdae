"""Whether two words of a name may be one name as two people write it: Sean and Shaun, Li and Lee.

A name that comes from another alphabet has as many spellings as there were clerks, and so has one that
English hears in two ways. The groups were compiled for this project from what is common in England and Wales;
one word may belong to several. Short forms are in `nicknames`, and slips of the pen in `names`.
"""

_GIVEN = """
    sean shaun shawn shane shon|sian shan|rhys rees reece reese rhees|evan ifan iefan
    owen owain eoin ewan euan|ewen eoghan|aidan aiden ayden edan|kieran ciaran kieron keiron
    connor conor konnor|callum calum kallum|niall neil neal|siobhan shivaun chevonne shavon|niamh neve neeve
    aoife eefa efa|caoimhe keeva kweeva|roisin rosheen|saoirse seersha|padraig patrick porick
    maeve meave maebh|sinead shinade|orla orlagh|graham graeme grahame|ian iain iwan|alan allan allen alun
    mark marc|eric erik|luke luc|lynn lynne lyn linn|clare claire clair|anne ann|sara sarah
    kerry kerrie kerri keri ceri|carrie karrie|leah lea leigh lee li|lesley leslie
    jacky jackie jacqui jacquie|nicky nikki nicki nicci|vicky vicki vikki|debbie debby debi|toni tony
    terry terri terrie|becky becki bekki|kathryn catherine katherine cathryn katharine kathrin
    isobel isabel isabelle isabella|phoebe febe|zoe zoey zoie|chloe khloe|louis lewis luis luiz louie
    jeffrey geoffrey jeffery|gerard jerard gerrard|giles gyles|hugh huw hew|john jon jan|jude judd
    evgeny evgeni yevgeny yevgeni yevgeniy evgenii eugene|sergei sergey serhii sergii serge
    yuri yury yurii iurii|andrei andrey andriy andrii andrzej|alexei alexey aleksei aleksey oleksii oleksiy
    dmitri dmitry dmytro dimitri|nikolai nikolay mykola nicolai|mikhail mykhailo michail mihail
    vladimir volodymyr wladimir|oksana oxana|alexander aleksandr aleksander oleksandr alexandr
    tatiana tatyana tetiana|natalia natalya nataliya nataliia|ekaterina yekaterina kateryna katerina
    elena yelena olena helena|iryna irina irena iryna|ksenia xenia kseniya|yulia julia iuliia yuliya
    sofia sofiya zofia sophia|anastasia anastasiya nastasia|pavel pawel pavlo paul
    mohammed muhammad mohamed mohammad muhammed mehmet maxamed|ahmed ahmad achmed ahmet axmed
    hussein hussain husein hossain hossein huseyin xuseen|hassan hasan xasan
    yusuf yousef youssef yusef yousuf yuusuf|ali aly cali|khalid khaled kalid|umar omar omer cumar
    usman osman uthman othman cusmaan|ibrahim ebrahim ibraheem ibrahima|ismail ismael esmail ismaeel
    noor nur nour nuur|fatima fatimah fatma fatema faduma faadumo|aisha ayesha aishah aysha aicha caasha
    zainab zaynab zeinab zeynep|maryam mariam meryem miriam maryan|sulaiman suleiman suleyman soliman
    mustafa mostafa moustafa|karim kareem|rahim raheem|rashid rasheed rachid|saeed said saied saiid
    jamal gamal djamal cemal|qasim kassim kasim qassem|yasin yaseen yassin|layla leila leyla laila
    amina aminah ameena|halima haleema xaliimo|khadija khadijah kadija hatice|nasreen nasrin
    parveen parvin perveen|shireen shirin|tariq tarek tarik|walid waleed|zahra zehra zohra|reza riza rida
    mehdi mahdi|isa issa eisa essa ciise|musa moussa moosa|abdi cabdi|abdullah abdallah abdulla
    bilal bilaal belal|jafar jaffar jaafar|nadeem nadim|naeem naim|saleem salim|shakeel shakil|wahid waheed
    harjit harjeet|manjit manjeet|baljit baljeet|surjit surjeet|ranjit ranjeet|gurjit gurjeet|sandeep sandip
    deepak dipak|dilip dileep|vijay vijai bijoy|lakshmi laxmi|krishna krishnan|sunil suneel|anil aneel
    agnieszka agnieska agneska|malgorzata margaret|katarzyna katharina|wojciech vojtech|krzysztof kristof
    christine kristine kristin|christina kristina krystyna|christian kristian krystian|hannah hana hanna"""

_SURNAMES = """
    smith smyth smythe|brown browne braun|clark clarke clerk|davis davies davys|reid read reed reade
    moore moor more muir|green greene|white whyte wight|cook cooke|thomson thompson tomson|philips phillips
    matthews mathews|nichols nicholls nicolls|pearce pearse peirce pierce|hughes hews|rees reese reece rhys
    evans ifans|gwyn gwynne wyn wynne|llewellyn llewelyn llywelyn|lloyd llwyd floyd|meyrick meurig
    bevan bevin|stuart stewart steward|allan allen alan|neil neill neal oneill|lee leigh lea li lei
    kaur kour cour|singh sing singha|shah sha|shaikh sheikh shaykh sheik|syed sayed sayyid saiyed
    chowdhury choudhury chaudhry chaudhary choudhry choudry|banerjee bannerjee banerji|mukherjee mukherji
    chatterjee chatterji|hoxha hodja hodza hoxa|souza sousa|gonzalez gonzales gonsalves
    zhang chang cheung jang|wang wong huang hwang|chen chan tan chin|liu lau liew low|xu hsu hui
    zhou chow chou|wu ng goh|lin lam lim|yang yeung young|zhao chao chiu|zheng cheng tay|cai tsai choi
    guo kuo kwok|he ho|zhu chu|gao kao|luo lo law|xie hsieh tse|cao tsao|deng teng tang|xiao hsiao siu
    feng fung|jiang chiang|qiu chiu yau|zeng tseng tsang|ye yip yeh|pan poon|shi shih|sun suen|xue hsueh
    yu yue yee|nguyen nguyn|tran chan|pham fam|hussein hussain husein hossain|ahmed ahmad achmed
    osman usman uthman|hasan hassan xasan|yusuf yousef youssef|ali aly cali|omar umar cumar|noor nur nour
    saeed said"""

_HEARD = (("oo", "u"), ("ou", "u"), ("ee", "i"), ("ie", "i"), ("ey", "i"), ("aa", "a"))
_LEAST = 3
"""Shorter words than this have too little in them to be one word by ear."""

_LONGER = 3
_VOWELS = frozenset("aeiouy")


def _read(groups: str) -> dict[str, frozenset[int]]:
    """Every spelling with the groups in which it stands; a line or an upright stroke ends a group."""
    places: dict[str, set[int]] = {}
    for place, group in enumerate(groups.replace("\n", "|").split("|")):
        for word in group.split():
            places.setdefault(word, set()).add(place)
    return {word: frozenset(found) for word, found in places.items()}


_GIVEN_NAMES, _FAMILY_NAMES = _read(_GIVEN), _read(_SURNAMES)
_NOWHERE: frozenset[int] = frozenset()


def same_spoken_given_name(left: str, right: str) -> bool:
    """Whether two lower-case given names may be one, spelt in two ways."""
    return _in_one_group(left, right, _GIVEN_NAMES) or _heard_alike(left, right)


def same_spoken_surname(left: str, right: str) -> bool:
    """Whether two lower-case surnames may be one, spelt in two ways; a given name may serve as a surname."""
    one_group = _in_one_group(left, right, _FAMILY_NAMES) or _in_one_group(left, right, _GIVEN_NAMES)
    return one_group or _heard_alike(left, right)


def _in_one_group(left: str, right: str, places: dict[str, frozenset[int]]) -> bool:
    return not places.get(left, _NOWHERE).isdisjoint(places.get(right, _NOWHERE))


def _heard_alike(left: str, right: str) -> bool:
    """Whether only long vowels, a Y and a doubled letter part them: Nur and Noor, Yevgeni and Evgeny."""
    if abs(len(left) - len(right)) > _LONGER or not (left[0] == right[0] or {left[0], right[0]} & _VOWELS):
        return False
    heard = _as_heard(left)
    return len(heard) >= _LEAST and heard == _as_heard(right)


def _as_heard(word: str) -> str:
    for spelling, sound in _HEARD:
        word = word.replace(spelling, sound)
    word = (word[1:] if word.startswith("ye") else word).replace("y", "i")
    return "".join(letter for place, letter in enumerate(word) if not place or word[place - 1] != letter)
