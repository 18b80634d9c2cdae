"""A person's page as responsible officers need it: who it is, the latest answers, and their record."""

from flask import Response

from api.auth import actor
from api.pages.people.given import given
from api.pages.proposals import how_soon
from api.pages.rendering import page
from api.pages.timeline_picture import picture_of
from api.wiring import wired
from riskflag.timeline import timeline
from riskflag.vocabulary import PersonId, Source

TITLES = {
    Source.CUSTODY: "Custody",
    Source.CONVICTIONS: "Convictions and cases",
    Source.PROTECTIVE_ORDERS: "Orders",
    Source.ORDER_BREACHES: "Breaches of orders",
    Source.DOMESTIC_ABUSE: "Domestic abuse",
}


def officers_person_page(person_id: PersonId) -> Response:
    """The page of this person for a responsible officer. Raises NotFound."""
    overview = wired().service.overviews.of(person_id, actor())
    made = timeline(overview.dossier, overview.release_date)
    picture = picture_of(made)
    return page(
        "people/officer.html",
        answers=[given(each) for each in overview.answers],
        lanes=[
            (TITLES[lane.source], lane, shown) for lane, shown in zip(made.lanes, picture.lanes, strict=True)
        ],
        person=overview.dossier.person,
        person_id=person_id,
        picture=picture,
        soon=how_soon(made.release_date, made.today),
        timeline=made,
    )
