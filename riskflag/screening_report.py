"""What a run of the screening found that was not so before, as one page that needs nothing else.

People stand in it by what the store calls them, places not at all. What it tells of somebody is for their
officers: the file is for its owner's eyes.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from riskflag.explanation import moment
from riskflag.persistence.screening_runs import Counted, Run
from riskflag.standing import Change, Kept
from riskflag.vocabulary import PersonId, RuleCode

STYLE: Final = (
    "body{font:1rem/1.5 sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #b1b4b6;padding:.4rem;"
    "text-align:left;vertical-align:top}.stop{border-left:.3rem solid #d4351c;padding-left:.5rem}"
)


@dataclass(frozen=True, slots=True)
class Reported:
    """What the page tells.

    run: which run
    counted: how it stands
    changed: what is kept of whom something changed of; None where that cannot be read
    told: of whom an officer is told
    failed: of whom what is held cannot be read
    waiting: who did not have their turn
    titles: of the rules, by code
    """

    run: Run
    counted: Counted
    changed: Mapping[PersonId, Kept | None]
    told: Collection[PersonId]
    failed: Sequence[PersonId]
    waiting: Sequence[PersonId]
    titles: Mapping[RuleCode, str]


def render_screening(reported: Reported) -> str:
    """The page."""
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en-GB"><head><meta charset="utf-8"><title>Screening: what changed</title>',
            f"<style>{STYLE}</style></head><body><main>",
            *_head(reported),
            *_changed("An officer is told of", reported, told=True),
            *_changed("Something else changed of", reported, told=False),
            *_listed("Could not be read: nobody looked at these people", reported.failed),
            *_listed("Did not have their turn: go on with the run", reported.waiting),
            "<p>This service flags. A named person decides.</p>",
            "</main></body></html>\n",
        )
    )


def _head(reported: Reported) -> Iterator[str]:
    counted, run = reported.counted, reported.run
    yield "<h1>Screening: what changed</h1>"
    yield f"<p>As known at {escape(moment(run.as_of))}. Run {escape(run.id)}.</p>"
    if not counted.reconciled:
        yield '<p class="stop"><strong>This run is not at its end.</strong></p>'
    rows = (
        ("People", counted.people),
        ("Answered completely", counted.done),
        ("Incomplete: something could not be told", counted.incomplete),
        ("Failed: could not be read", counted.failed),
        ("Not yet", counted.waiting),
        ("An officer is told", counted.told),
    )
    yield "<table><caption>How many</caption>"
    yield from (f'<tr><th scope="row">{words}</th><td>{number}</td></tr>' for words, number in rows)
    yield "</table>"


def _changed(heading: str, reported: Reported, *, told: bool) -> Iterator[str]:
    """What changed of those of whom an officer is told, or of all others."""
    people = [(who, kept) for who, kept in reported.changed.items() if (who in reported.told) is told]
    yield f"<h2>{heading} {len(people)} people</h2>"
    if not people:
        return
    yield '<table><tr><th scope="col">Person</th><th scope="col">What changed</th></tr>'
    for person_id, kept in people:
        said = _said(kept, reported.titles) if kept else ["What changed cannot be read"]
        cells = "<br>".join(said)
        yield f'<tr><th scope="row">{escape(person_id)}</th><td>{cells}</td></tr>'
    yield "</table>"


def _said(kept: Kept, titles: Mapping[RuleCode, str]) -> list[str]:
    return [line for change in kept.changes for line in _lines(change, titles)]


def _lines(change: Change, titles: Mapping[RuleCode, str]) -> Iterator[str]:
    if change.approved_now_stops:
        yield '<strong class="stop">An approved address now stops</strong>'
    for words, codes in (
        ("New", change.new),
        ("Graver", change.graver),
        ("On a further record", change.further),
        ("No more", change.lifted),
    ):
        yield from (f"{words}: {_named(code, titles)}" for code in codes)
    if change.newly_incomplete:
        yield "Incomplete now, and was complete before"
    if change.first_seen:
        yield "A proposal that did not stand before"
    if change.gone:
        yield "A proposal that stands no more"


def _named(code: RuleCode, titles: Mapping[RuleCode, str]) -> str:
    return escape(f"{code} {titles.get(code, '')}".strip())


def _listed(heading: str, people: Iterable[PersonId]) -> Iterator[str]:
    named = [f"<li>{escape(person_id)}</li>" for person_id in people]
    if named:
        yield f"<h2>{heading}</h2><ul>{''.join(named)}</ul>"
