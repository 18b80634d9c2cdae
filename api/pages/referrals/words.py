"""What can be chosen on the form of a referral, as those who choose say it."""

from collections.abc import Mapping

from api.pages.proposals import RECIPIENTS as TO_WHOM
from riskflag.enquiry import ReferralConsent
from riskflag.reading.themes import DisclosureTheme, RiskTheme
from riskflag.records import RecipientKind, ReferralStatus

RECIPIENTS: Mapping[RecipientKind, str] = {
    kind: said[:1].upper() + said[1:] for kind, said in TO_WHOM.items()
}
CONSENTS: Mapping[ReferralConsent, str] = {
    ReferralConsent.GIVEN: "They agreed",
    ReferralConsent.REFUSED: "They refused",
    ReferralConsent.NOT_ASKED: "Nobody has asked them",
    ReferralConsent.NOT_STATED: "Not known",
}
PROGRESS: Mapping[ReferralStatus, str] = {
    ReferralStatus.DRAFTED: "It is a draft, and not sent",
    ReferralStatus.SENT: "It was sent",
    ReferralStatus.ACKNOWLEDGED: "The recipient said that it arrived",
    ReferralStatus.ACCEPTED: "The recipient accepted it",
    ReferralStatus.DECLINED: "The recipient declined it",
    ReferralStatus.COMPLETE: "It is complete",
    ReferralStatus.WITHDRAWN: "It was withdrawn",
}
RISKS: Mapping[RiskTheme, str] = {
    RiskTheme.ARSON: "Fire-setting",
    RiskTheme.VIOLENCE: "Violence",
    RiskTheme.DOMESTIC_ABUSE: "Domestic abuse",
    RiskTheme.SEXUAL_OFFENDING: "Sexual offending",
    RiskTheme.RISK_TO_CHILDREN: "Risk to children",
    RiskTheme.RISK_TO_STAFF: "Risk to staff or landlords",
    RiskTheme.WEAPONS: "Weapons",
    RiskTheme.DRUG_SUPPLY: "Drug supply",
    RiskTheme.SUBSTANCE_MISUSE: "Drug or alcohol use",
    RiskTheme.MENTAL_HEALTH: "Mental health",
    RiskTheme.SUICIDE_OR_SELF_HARM: "Suicide or self-harm",
    RiskTheme.STALKING_OR_HARASSMENT: "Stalking or harassment",
    RiskTheme.HATE: "Hate",
    RiskTheme.GANG: "Gangs",
    RiskTheme.PROTECTIVE_ORDER: "A court order or licence condition that limits them",
    RiskTheme.NO_GO_AREA: "A place or area that they must keep out of",
}
ATTACHED: Mapping[DisclosureTheme, str] = {
    DisclosureTheme.FULL_ASSESSMENT_ATTACHED: "A whole risk assessment",
    DisclosureTheme.VICTIM_OR_CHILD_IDENTITY: "Who a victim or a child is",
    DisclosureTheme.PROTECTED_WHEREABOUTS: "Where somebody protected can be found",
    DisclosureTheme.VICTIM_LIAISON: "Something from victim liaison",
    DisclosureTheme.MARAC: "Something from a multi-agency conference (MARAC)",
    DisclosureTheme.POLICE_INTELLIGENCE: "Police intelligence",
    DisclosureTheme.IRRELEVANT_CONVICTION: "Convictions that do not matter here",
    DisclosureTheme.HEALTH_DETAIL: "Details of health",
    DisclosureTheme.SEX_WORK: "Sex work",
    DisclosureTheme.TRAFFICKING: "That somebody was trafficked or exploited",
    DisclosureTheme.WITNESS: "That somebody is a witness",
    DisclosureTheme.GENDER_RECOGNITION: "Somebody's gender history",
}
YES_OR_NO: Mapping[str, str] = {"true": "Yes", "false": "No"}
