"""What a record says of somebody whose date of birth it does not give is told of whoever has the name."""

from dataclasses import replace
from datetime import date

import pytest

from riskflag.casebook import (
    EX_PARTNER,
    HER,
    HIM,
    case,
    conviction,
)
from riskflag.persistence.additions import Addition
from riskflag.persistence.store import Store
from riskflag.records import (
    KnownAs,
    NamedPerson,
)
from riskflag.vocabulary import Relationship, Source
from tests.persistence.known import ANOTHER, ENTRY, LODGER, UNDATED, hold, known


@pytest.mark.parametrize(
    "occupant",
    [
        pytest.param(LODGER, id="her name, and when she was born"),
        pytest.param(replace(LODGER, date_of_birth=None), id="her name alone"),
        pytest.param(replace(LODGER, name="Sample, Elizabeth Ann"), id="the whole of it, and a middle name"),
        pytest.param(replace(LODGER, name="Beth Married", former_names=("Beth Sample",)), id="a former name"),
    ],
)
def test_whoever_has_the_name_in_an_order_without_a_date_of_birth_is_somebody_to_confirm(
    store: Store, occupant: NamedPerson
) -> None:
    hold(store, ANOTHER, UNDATED)
    me = hold(store, HIM)
    assert [(each.known_as, each.sure) for each in known(store, me, occupant)] == [(KnownAs.PROTECTED, False)]


@pytest.mark.parametrize(
    ("born", "told"),
    [
        pytest.param(LODGER.date_of_birth, [KnownAs.VICTIM, KnownAs.PROTECTED], id="that is hers"),
        pytest.param(date(1951, 11, 30), [], id="a namesake's"),
    ],
)
def test_the_date_of_birth_in_another_record_of_the_case_is_taken_where_it_is_surely_hers(
    store: Store, born: date, told: list[KnownAs]
) -> None:
    hold(store, ANOTHER, UNDATED, conviction("10501", "assault", EX_PARTNER))
    me = hold(store, HIM)
    found = known(store, me, replace(LODGER, date_of_birth=born))
    assert sorted(each.known_as for each in found) == sorted(told)


def test_once_the_record_that_gave_her_date_is_gone_whoever_has_her_name_is_somebody_to_confirm(
    store: Store,
) -> None:
    another = hold(store, ANOTHER, UNDATED, conviction("10501", "assault", EX_PARTNER))
    me = hold(store, HIM)
    namesake = replace(LODGER, date_of_birth=date(1951, 11, 30))
    assert known(store, me, namesake) == ()
    told = {Source.CONVICTIONS: case().dossier.coverage[Source.CONVICTIONS]}
    now = Addition((conviction("10501", "assault"),), told, frozenset({Source.CONVICTIONS}))
    assert store.add_records(another, now, ENTRY)
    assert [each.known_as for each in known(store, me, namesake)] == [KnownAs.PROTECTED]


def test_somebody_under_supervision_of_no_known_date_of_birth_is_somebody_to_confirm(store: Store) -> None:
    hold(store, replace(HER, date_of_birth=None))
    me = hold(store, HIM)
    (found,) = known(store, me, NamedPerson(HER.name, Relationship.FRIEND, LODGER.date_of_birth))
    assert (found.known_as, found.sure) == (KnownAs.SUPERVISED, False)
