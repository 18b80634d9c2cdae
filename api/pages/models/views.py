"""Published models beside each other, and each with its figures. Nothing here is of anybody."""

from flask import Blueprint, Response
from werkzeug.exceptions import NotFound

from api.auth import DATA_SCIENTIST, policy
from api.pages.models.pictures import reliability_picture, threshold_picture
from api.pages.models.words import features_of, named, share_in_words, within
from api.pages.rendering import page
from api.wiring import wired
from riskflag.classifier.features import SCHEMA_HASH
from riskflag.classifier.harm import OUTCOMES, Harm
from riskflag.persistence.published_cards import PublishedCard, published_cards

models = Blueprint("models", __name__)

WORDS = {"named": named, "outcomes": OUTCOMES, "share": share_in_words, "within": within}
"""What figures are written with."""


@models.route("/models")
@policy(DATA_SCIENTIST)
def list_models() -> Response:
    """Published models beside each other"""
    return page(
        "models/list.html",
        cards=_cards(),
        harms=tuple(Harm),
        words=WORDS,
        use=_use(),
        speaks=_speaks(),
    )


@models.route("/models/<model_version:version>")
@policy(DATA_SCIENTIST)
def show_model(version: str) -> Response:
    """One published model: what it is, how good it is, and what it sees"""
    card = next((each for each in _cards() if each.version == version), None)
    if card is None:
        raise NotFound
    contents = card.contents
    harms = contents.figures.harms if contents else {}
    return page(
        "models/card.html",
        card=card,
        features=features_of(contents) if contents else (),
        same_features=contents is not None and contents.schema == SCHEMA_HASH,
        pictures={
            harm: (reliability_picture(harm, each), threshold_picture(harm, each))
            for harm, each in harms.items()
        },
        words=WORDS,
        use=_use(),
        speaks=_speaks(),
    )


def _cards() -> tuple[PublishedCard, ...]:
    folder = wired().settings.models
    return published_cards(folder) if folder is not None else ()


def _use() -> str:
    return wired().service.scorer.use.value


def _speaks() -> str | None:
    model = wired().service.scorer.model
    return model.version if model else None
