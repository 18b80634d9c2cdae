"""The number of a place in the index says which record names it, and no other."""

from hypothesis import given
from hypothesis import strategies as st

from riskflag.persistence.place_numbers import Shelf, named_by, place_of

A_RECORD = st.tuples(st.sampled_from(Shelf), st.integers(min_value=0, max_value=2**40))


@given(A_RECORD)
def test_the_number_says_which_record_names_the_place(record: tuple[Shelf, int]) -> None:
    assert named_by(place_of(*record)) == record


@given(A_RECORD, A_RECORD)
def test_two_records_never_name_a_place_of_one_number(
    one: tuple[Shelf, int], another: tuple[Shelf, int]
) -> None:
    assert (place_of(*one) == place_of(*another)) is (one == another)
