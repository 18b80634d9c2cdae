"""Short forms of given names."""

import pytest

from riskflag.matching.nicknames import BRITISH, formal_names, same_given_name


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param("gaz", "gary", id="Gaz"),
        pytest.param("shaz", "sharon", id="Shaz"),
        pytest.param("daz", "darren", id="Daz"),
        pytest.param("baz", "barry", id="Baz"),
        pytest.param("dai", "david", id="Dai"),
        pytest.param("tash", "natasha", id="Tash"),
        pytest.param("bex", "rebecca", id="Bex"),
        pytest.param("pippa", "philippa", id="Pippa"),
        pytest.param("mohd", "mohammed", id="Mohd"),
        pytest.param("gosia", "malgorzata", id="Gosia"),
        pytest.param("bill", "will", id="two short forms of one name"),
        pytest.param("peggy", "margaret", id="from the American table"),
        pytest.param("zebedee", "zebedee", id="itself, in no table"),
    ],
)
def test_one_name(left: str, right: str) -> None:
    assert same_given_name(left, right)
    assert same_given_name(right, left)


@pytest.mark.parametrize(("left", "right"), [("karen", "julie"), ("dean", "sean"), ("xq", "qx")])
def test_two_names(left: str, right: str) -> None:
    assert not same_given_name(left, right)


def test_the_british_names_are_lower_case_and_not_short_for_themselves() -> None:
    assert len(BRITISH) > 100
    for short, formal in BRITISH.items():
        assert short.islower()
        assert short not in formal.split()
        assert set(formal.split()) <= formal_names(short)
