"""What kind of term a court's or a licence's words make, where no code says so.

The first pattern that fits decides, so the narrower stand first. Words that fit none are of kind OTHER: a
term in force that no rule reads, which leaves the answer incomplete.
"""

import re

from riskflag.vocabulary import ProhibitionKind

_NOT = r"\b(?:not|never|no|refrain from|prohibited from|forbidden (?:to|from)|stay away|keep away)\b"
_PATTERNS: tuple[tuple[str, ProhibitionKind], ...] = (
    (r"not (?:to )?(?:go |be |travel )?more than", ProhibitionKind.OTHER),
    (r"electronic(?:ally)? monitor\w* contractor", ProhibitionKind.NOTIFY),
    (
        (
            r"exclusion condition (?:is )?to be (?:electronically )?monitored|whereabouts\b.*\bmonitor"
            r"|\bmonitor\w*\b.*\bwhereabouts|\bgps\b|trail monitoring"
        ),
        ProhibitionKind.NOTIFY,
    ),
    (r"not (?:to )?leave\b(?! england| the united kingdom| the uk| the country)", ProhibitionKind.CURFEW_AT),
    (
        r"\bnot\b.{0,20}\b(?:resid|liv|stay)\w*\b.{0,60}\b(?:child|under (?:the age of )?1[0-9]|minor)",
        ProhibitionKind.NO_RESIDE_WITH_CHILDREN,
    ),
    (r"\bnot to (?:reside|live|stay) at\b", ProhibitionKind.NO_ENTER_ADDRESS),
    (r"\bnot\b.{0,20}\b(?:reside|live|stay|cohabit)\w*\b", ProhibitionKind.NO_RESIDE_WITH),
    (
        (
            rf"{_NOT}.{{0,40}}\b(?:enter|attend|visit|go (?:to|near)).{{0,60}}\b(?:home of"
            r"|(?:her|his|their) home\b|premises occupied|place of residence"
            r"|(?:where|at which)\b.{0,40}\b(?:lives?|living|resid\w+)\b)"
        ),
        ProhibitionKind.NO_ENTER_HOME_OF,
    ),
    (rf"{_NOT}.{{0,40}}\bwithin\b.{{0,80}}|\bmust not go within", ProhibitionKind.EXCLUSION_AREA),
    (
        (
            rf"{_NOT}.{{0,30}}\b(?:enter|attend|visit|go (?:to|into|near)|return)\b"
            r"|\bexclusion\b|stay away from|\bprohibited from (?:enter|attend|visit)ing"
        ),
        ProhibitionKind.NO_ENTER_ADDRESS,
    ),
    (
        rf"{_NOT}.{{0,60}}\bcontact\w*\b.{{0,60}}\b(?:child|under (?:the age of )?1[0-9]|minor)",
        ProhibitionKind.NO_CONTACT_WITH_CHILDREN,
    ),
    (
        rf"{_NOT}.{{0,60}}\b(?:contact\w*|communicat\w*|interfere with)\b|non.?contact",
        ProhibitionKind.NO_CONTACT,
    ),
    (rf"{_NOT}.{{0,40}}\bapproach\w*", ProhibitionKind.NO_APPROACH),
    (rf"{_NOT}.{{0,40}}\bassociat\w*|non.?association", ProhibitionKind.NO_ASSOCIATION),
    (
        r"\b(?:violen|harass|threat|intimidat|molest|pester|abus)\w*",
        ProhibitionKind.NO_VIOLENCE_OR_HARASSMENT,
    ),
    (r"\bcurfew\b|\bremain at\b|stay indoors|\bremain indoors", ProhibitionKind.CURFEW_AT),
    (r"support sessions|report to|appointments?|responsible officer", ProhibitionKind.NOTIFY),
    (r"\bresid\w*|\blive\b.*\b(?:sleep|at)\b|sleep each night|\blive at\b", ProhibitionKind.RESIDE_AT),
    (r"\bnotify\b|\binform\b|\btell\b|\bdisclose\b", ProhibitionKind.NOTIFY),
    (r"internet|social media|\bdevices?\b|smart ?phone|computer|camera", ProhibitionKind.DEVICES_OR_INTERNET),
    (
        r"passport|identity card|travel document|\bsecurity\b|\bsurety|alcohol|weapon|\bknife\b|\bpossess",
        ProhibitionKind.NO_POSSESSION,
    ),
)
_KINDS = tuple((re.compile(pattern, re.IGNORECASE), kind) for pattern, kind in _PATTERNS)


def kind_of_words(words: str) -> ProhibitionKind:
    """The kind of term that words make; OTHER where they fit none."""
    flat = " ".join(words.split())
    return next((kind for pattern, kind in _KINDS if pattern.search(flat)), ProhibitionKind.OTHER)
