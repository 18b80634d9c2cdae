"""A timeline as a picture: everything stands on it, apart from the rest, and nothing is there but what was told."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from api.pages.timeline_picture import (
    APART,
    MARK,
    NARROWEST,
    SHAPES,
    WIDEST,
    YEARS_APART,
    Picture,
    Shape,
    picture_of,
)
from riskflag.casebook import EX_PARTNER, RELEASE, abuse, breach, case, conviction, order, term
from riskflag.records import DomesticAbuseKind, OrderBreach, ProtectiveOrder, Record
from riskflag.timeline import LANES, Timeline, timeline
from riskflag.vocabulary import ProhibitionKind, Source
from tests.strategies import instances
from tests.timeline.test_properties import DAYS, RECORDS

KEEP_OFF = term(ProhibitionKind.NO_CONTACT)
MAY = date(2025, 5, 1)
LONG_AGO = conviction("00801", "Common assault", on=date(1999, 1, 1))
SAME_DAY = st.lists(instances(OrderBreach).map(lambda each: replace(each, happened_on=MAY)), max_size=12)


def made(*records: Record, release_date: date | None = RELEASE) -> tuple[Timeline, Picture]:
    held = replace(case(routine=False).dossier, records=records, sound=True)
    found = timeline(held, release_date)
    return found, picture_of(found)


def shapes(picture: Picture, source: Source) -> tuple[Shape, ...]:
    return next(lane.shapes for lane in picture.lanes if lane.source is source)


def test_every_lane_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == set(LANES)
    assert len(set(SHAPES.values())) == len(LANES)


def test_a_mark_stands_over_its_day_and_a_bar_from_its_first_day_to_its_last() -> None:
    _, picture = made(
        LONG_AGO, order(KEEP_OFF, expires_on=RELEASE), abuse(DomesticAbuseKind.THREATS, EX_PARTNER)
    )
    (mark,) = shapes(picture, Source.CONVICTIONS)
    (bar,) = shapes(picture, Source.PROTECTIVE_ORDERS)
    assert mark.kind == "square"
    assert bar.kind == "bar"
    assert picture.release is not None
    assert bar.left + bar.width == picture.release
    assert mark.middle < bar.left < picture.today < picture.release


def test_a_bar_without_an_end_goes_to_the_edge_and_one_without_a_beginning_from_it() -> None:
    endless = order(KEEP_OFF)
    _, picture = made(LONG_AGO, endless, replace(endless, made_on=None, served_on=None))
    found = sorted(shapes(picture, Source.PROTECTIVE_ORDERS), key=lambda each: each.began_before)
    assert [(each.opens, each.began_before) for each in found] == [(True, False), (True, True)]
    assert all(each.left + each.width == picture.width - APART for each in found)


def test_an_ended_bar_is_told_from_one_that_goes_on() -> None:
    _, picture = made(order(KEEP_OFF, expires_on=MAY), order(KEEP_OFF, expires_on=RELEASE))
    assert [each.over for each in shapes(picture, Source.PROTECTIVE_ORDERS)] == [True, False]


def test_without_a_release_date_none_is_drawn() -> None:
    assert made(breach(MAY), release_date=None)[1].release is None
    assert made(breach(MAY), release_date=date(2090, 1, 1))[1].release is None


def test_a_long_record_makes_a_wide_picture_whose_years_can_be_read() -> None:
    _, short = made(breach(date(2026, 5, 1)))
    _, long = made(LONG_AGO)
    assert (short.width, NARROWEST < long.width <= WIDEST) == (NARROWEST, True)
    assert (short.begins is None, long.begins is None) == (False, True)
    places = [at for at, _ in long.years]
    assert all(later - at >= YEARS_APART for at, later in pairwise(places))


@given(RECORDS, DAYS)
def test_everything_that_is_drawn_was_told_and_stands_on_the_picture(
    records: list[Record], release: date | None
) -> None:
    found, picture = made(*records, release_date=release)
    for lane, drawn in zip(found.lanes, picture.lanes, strict=True):
        assert sorted(each.number for each in drawn.shapes) == [
            entry.number for entry in lane.entries if found.draws(entry)
        ]
        for each in drawn.shapes:
            assert each.width >= MARK
            assert 0 <= each.left <= each.left + each.width <= picture.width
            assert 0 <= each.top <= each.top + MARK <= drawn.height
    assert 0 <= picture.today <= picture.width
    assert picture_of(found) == picture


@given(SAME_DAY, st.lists(instances(ProtectiveOrder), max_size=6))
def test_nothing_covers_anything_else(breaches: list[OrderBreach], orders: list[ProtectiveOrder]) -> None:
    _, picture = made(*breaches, *orders)
    for lane in picture.lanes:
        for each in lane.shapes:
            for other in lane.shapes:
                beside = each.left + each.width <= other.left or other.left + other.width <= each.left
                assert each is other or each.top != other.top or beside
