"""What comes of a form that asks: its rows change, it is shown again, or it is answered."""

from collections.abc import Callable, Mapping

from flask import redirect
from werkzeug.wrappers import Response

from api.pages.enquiries.household import changes_rows, rows_of, with_rows_changed
from api.pages.enquiries.second_person import second_person_page
from api.pages.forms import Form, sent
from api.pages.repeating import once
from api.people.asking import answer_to
from riskflag.enquiry import Enquiry
from riskflag.errors import BadInput, NeedsSecondPerson
from riskflag.vocabulary import PersonId

NO_PROBLEMS: Mapping[str, str] = {}
Show = Callable[[Form, int, Mapping[str, str], bool], Response]
"""Shows a form again: as it was filled in, with so many rows, with what is wrong, and whether a row was added
or taken away, so that its reader goes on with the last of them."""


def ask(person_id: PersonId, read: Callable[[Form], Enquiry], show: Show) -> Response:
    """Asks what the form of this request says, and leads to the answer.

    read: what the form asks; raises BadInput
    Raises NotFound, Conflict and StoreUnavailable.
    """
    form = sent()
    if changes_rows(form):
        changed, rows = with_rows_changed(form)
        return show(changed, rows, NO_PROBLEMS, True)
    try:
        enquiry = read(form)
    except BadInput as refused:
        return show(form, len(rows_of(form)), refused.problems, False)
    try:
        stored = answer_to(enquiry, person_id, once(form))
    except NeedsSecondPerson:
        return second_person_page(person_id)
    return redirect(f"/desk/answers/{stored.id}", 303)
