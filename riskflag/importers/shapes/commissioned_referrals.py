"""Referrals to commissioned rehabilitative services: ``[{"contractType": ..., "isDraft": ...}]``.

Elements: every referral. None of them says anything of risk. One that is no draft and has no day of sending
is kept as a draft: nothing shows that it was sent.
"""

import re

from riskflag.importers.fields import Fields
from riskflag.importers.reading import Reading, reads
from riskflag.importers.recognising import some_have
from riskflag.importers.shape import Shape
from riskflag.records import RecipientKind, Referral, ReferralStatus
from riskflag.vocabulary import Source, SourceSystem

_RECIPIENTS: tuple[tuple[str, RecipientKind], ...] = (
    (r"accommodation|housing", RecipientKind.HOUSING_PROVIDER),
    (r"dependency|recovery|substance|drug|alcohol", RecipientKind.SUBSTANCE_MISUSE_SERVICE),
    (r"education|training|employment|\bete\b", RecipientKind.EDUCATION),
    (r"finance|benefit|debt", RecipientKind.BENEFITS),
    (r"mental health", RecipientKind.MENTAL_HEALTH_SERVICE),
    (r"mentor", RecipientKind.MENTOR),
)


def _read(reading: Reading) -> None:
    reading.each(reading.top.members(), _referral)


def _referral(referral: Fields) -> Referral:
    contract = referral.text("contractType")
    sent_on, draft = referral.day("referralSentAt"), referral.yes_or_no("isDraft")
    if sent_on and draft:
        referral.contradicts("isDraft", "says that it is a draft, and a day of sending is given")
    if not sent_on and draft is False:
        referral.contradicts("isDraft", "says that it is no draft, and no day of sending is given")
    about = (contract, *referral.texts("serviceCategories"), referral.text_or_none("interventionTitle"))
    return Referral(
        source_system=SourceSystem.PROVIDER,
        source_id=referral.source_id(),
        recorded_on=referral.recorded("referralSentAt", "referralCreatedAt"),
        recipient=_recipient(contract),
        status=ReferralStatus.SENT if sent_on else ReferralStatus.DRAFTED,
        sent_on=sent_on,
        text="; ".join(dict.fromkeys(filter(None, about))),
    )


def _recipient(contract: str) -> RecipientKind:
    kinds = (kind for words, kind in _RECIPIENTS if re.search(words, contract, re.IGNORECASE))
    return next(kinds, RecipientKind.OTHER)


SHAPE = Shape(
    name="commissioned-referrals",
    title="Referrals to commissioned rehabilitative services",
    recognises=lambda content: some_have(content, "contractType", "isDraft"),
    read=reads(_read),
    adds_to=frozenset({Source.REFERRALS}),
)
