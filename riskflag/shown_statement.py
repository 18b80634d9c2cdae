"""The draft for the recipient of a referral, as the responsible officer reads it."""

from dataclasses import dataclass

from riskflag.explanation import source_sentence
from riskflag.records import RecipientKind
from riskflag.statement import RiskStatement


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """One sentence of a draft: what it says, why the recipient needs it, and the records that it rests on."""

    says: str
    why: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """The draft of what the recipient of a referral must be told, for the responsible officer to edit.

    recipient: for whom
    sentences: what to tell them; empty where nothing that they need is known
    before_sending: what must be settled first
    """

    recipient: RecipientKind
    sentences: tuple[ShownSentence, ...]
    before_sending: tuple[str, ...]


def show_statement(draft: RiskStatement | None) -> ShownStatement | None:
    """The draft in words; None where there is none."""
    if draft is None:
        return None
    sentences = (
        ShownSentence(each.says, each.why, tuple(source_sentence(source) for source in each.sources))
        for each in draft.sentences
    )
    return ShownStatement(draft.recipient, tuple(sentences), draft.before_sending)
