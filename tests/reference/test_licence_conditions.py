"""What licence condition codes stand for."""

import pytest

from riskflag.reference.licence_conditions import SHORT_CODE_LENGTH, find_condition, licence_conditions
from riskflag.reference.offences import CodeStatus
from riskflag.vocabulary import ProhibitionKind


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        pytest.param("4858cd8b", "no_contact no_approach", id="the victim"),
        pytest.param("d5998ca1", "no_contact no_approach", id="any victim of the offences"),
        pytest.param("355700a9", "no_contact no_association", id="named people"),
        pytest.param("0f9a20f4", "exclusion_area", id="the area on a map"),
        pytest.param("42f71b40", "no_enter_address", id="named premises"),
        pytest.param("fce34fb2", "no_reside_with_children", id="no home with children"),
        pytest.param("4a5fed48", "no_contact_with_children", id="no unsupervised contact with children"),
        pytest.param("c4a17002", "no_contact_with_children exclusion_area", id="places where children are"),
        pytest.param("9da214a3", "no_contact_with_children other", id="work with children"),
        pytest.param("c5e91330", "notify", id="relationships with people in homes with children"),
        pytest.param("db2d7e24", "notify", id="relationships"),
        pytest.param("52faefcf", "curfew_at", id="curfew"),
        pytest.param("86e6f2a9", "curfew_at", id="at home until the tag is fitted"),
        pytest.param("5db26ab3", "reside_at", id="a region, while without an address"),
        pytest.param("bfbc693c", "devices_or_internet", id="no internet"),
        pytest.param("3932e5c9", "no_possession", id="a named item"),
        pytest.param("985d339a", "other", id="gambling"),
    ],
)
def test_a_code_has_its_kinds(code: str, kinds: str) -> None:
    condition = find_condition(code)
    assert condition is not None
    assert condition.kinds == {ProhibitionKind(word) for word in kinds.split()}
    assert condition.status is CodeStatus.CURRENT


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        pytest.param("e670ac69", "notify reside_at", id="names now, an approved address before"),
        pytest.param("3361683a", "notify reside_at", id="an approved address now, keeping in touch before"),
        pytest.param("9fc04065", "notify", id="keeping in touch now, visits before"),
        pytest.param("78a5f860", "notify", id="contact details now, names before"),
    ],
)
def test_a_reused_code_keeps_every_meaning_and_says_so(code: str, kinds: str) -> None:
    condition = find_condition(code)
    assert condition is not None
    assert condition.meaning_changed
    assert condition.kinds == {ProhibitionKind(word) for word in kinds.split()}


@pytest.mark.parametrize(
    ("code", "latest_version", "post_sentence_only"),
    [
        pytest.param("c2435d4a", "2.0", False, id="curfew at a named address, dropped in version 2.1"),
        pytest.param("0a370862", "3.0", False, id="curfew as worded up to version 3"),
        pytest.param("8e15cf42", "3.0", True, id="where to live, while post-sentence supervision existed"),
        pytest.param("bb401b88", "2.1", False, id="escorted by police"),
    ],
)
def test_a_dropped_condition_is_retired_and_keeps_its_kinds(
    code: str, latest_version: str, post_sentence_only: bool
) -> None:
    condition = find_condition(code)
    assert condition is not None
    assert condition.status is CodeStatus.RETIRED
    assert (condition.latest_version, condition.post_sentence_only) == (latest_version, post_sentence_only)
    assert condition.kinds


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("4858cd8", id="seven digits are too few"),
        pytest.param("4858cd8b-0000", id="neither short nor full"),
        pytest.param("deadbeef", id="a code of no version"),
        pytest.param("", id="no code"),
    ],
)
def test_an_unknown_code_is_none(code: str) -> None:
    assert find_condition(code) is None


def test_every_condition_is_found_by_both_its_codes_in_any_case() -> None:
    assert len(licence_conditions()) == 95
    for condition in licence_conditions():
        for written in (condition.code, condition.code.upper(), f" {condition.code[:SHORT_CODE_LENGTH]} "):
            assert find_condition(written) is condition


def test_no_condition_is_left_without_category_title_or_kind() -> None:
    assert [c.code for c in licence_conditions() if not (c.category and c.title and c.kinds)] == []


def test_only_the_latest_version_is_current() -> None:
    current = {c.latest_version for c in licence_conditions() if c.status is CodeStatus.CURRENT}
    assert current == {"4.0"}
    assert "4.0" not in {c.latest_version for c in licence_conditions() if c.status is CodeStatus.RETIRED}
