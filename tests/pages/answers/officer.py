"""An answer with something to decide on the desk of an officer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from riskflag.casebook import EX_PARTNER, abuse, breach, case, order, protected_place, term
from riskflag.disclosure import ShownAssessment, show
from riskflag.enquiry import Enquiry
from riskflag.records import DomesticAbuseKind
from riskflag.service import Actor, StoredAssessment
from riskflag.vocabulary import PersonId, ProhibitionKind
from tests.api.world import OFFICER
from tests.pages.desk import READER, Desk, Page

HELD = case(
    order(term(ProhibitionKind.NO_CONTACT)),
    protected_place(EX_PARTNER, None),
    breach(date(2025, 6, 1), "telephoned her"),
    breach(date(2025, 8, 1), "went to her home"),
    abuse(DomesticAbuseKind.THREATS, EX_PARTNER),
    lives_with=(EX_PARTNER,),
)
"""More than can be taken in at once, and something that cannot be told."""
REFUSAL = {"on": "proposal", "decision": "refused", "words": "she lives there", "name": "P. Officer"}
APPROVAL = {**REFUSAL, "decision": "approved", "words": "all was looked into"}
_ONCE = re.compile(r'name="once" value="([0-9a-f]{32})"')
_IDS = re.compile(r'id="([^"]+)"')


@dataclass
class OnDesk:
    """An answer about somebody held, and an officer who has it before them."""

    desk: Desk
    enquiry: Enquiry = HELD.enquiry
    stored: StoredAssessment = field(init=False)

    def __post_init__(self) -> None:
        self.stored = self.ask()
        self.desk.sign_in(OFFICER)

    def ask(self) -> StoredAssessment:
        person_id = PersonId(self.desk.world.hold(HELD))
        return self.desk.world.service.enquire(person_id, self.enquiry, Actor(READER, OFFICER))

    @property
    def path(self) -> str:
        return f"/desk/answers/{self.stored.id}"

    @property
    def answer(self) -> ShownAssessment:
        """What an officer may see of it."""
        return show(self.stored.full, self.stored.open, OFFICER, self.stored.full.as_of)

    def page(self) -> Page:
        return self.desk.get(self.path)

    def send(self, sent: Mapping[str, str]) -> Page:
        """Sends a decision as one of the page's forms would."""
        found = _ONCE.search(self.page().html)
        return self.desk.post(f"{self.path}/decisions", {"once": found[1] if found else "", **sent})

    def decide_everything(self) -> None:
        """Every flag and every gap, as their forms on the page would."""
        html = self.page().html
        for code in re.findall(r'name="code" value="([^"]+)"', html):
            sent = {"on": "flag", "code": code, "decision": "action_taken", "words": "told the police"}
            assert self.send(sent).location == f"{self.path}#flag-{code}"
        for gap in re.findall(r'name="gap" value="([^"]+)"', html):
            sent = {"on": "gap", "gap": gap, "decision": "closed", "words": "asked: there is none"}
            assert self.send(sent).location == f"{self.path}#gap-{gap}"


def ids(page: Page) -> list[str]:
    """Every place on a page that a link can lead to."""
    return _IDS.findall(page.html)


def led_to(page: Page) -> set[str]:
    """Every place on the same page that a link of its summary of problems leads to."""
    summary = page.html.partition("govuk-error-summary__list")[2].partition("</ul>")[0]
    return set(re.findall(r'href="#([^"]+)"', summary))
