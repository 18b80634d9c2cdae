"""What every feature owes its reader and the models, held over every feature there is.

A feature is worked out for every example of every rule, and for any case that can be made up.
"""

import re
from dataclasses import replace
from math import isfinite, isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskflag.casebook import Case, case
from riskflag.classifier.feature import YES_OR_NO, Direction, Feature, FeatureName
from riskflag.classifier.features import (
    FEATURES,
    NAMES,
    SCHEMA_HASH,
    feature_named,
    feature_vector,
    schema_hash,
)
from riskflag.dossier import PlaceKnowledge
from riskflag.records import Record
from riskflag.rulebook import load_rulebook
from riskflag.vocabulary import Source
from tests.facts.everything import CASES, CONVICTIONS, EVENTS, ORDERS

EVERY_FEATURE = pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
FIRST, *OTHERS = FEATURES
FORBIDDEN = re.compile(
    r"\b(?:races?|racial\w*|ethnic\w*|religio\w*|nationalit\w*|postcodes?|areas?|diagnos\w*|distances?)\b",
    re.IGNORECASE,
)
SENTENCES = re.compile(r"[A-Z].*[^.;,:]\.", re.DOTALL)
NEVER_READ = frozenset({Source.PROTECTED_PLACES, Source.PLACE_REGISTER, Source.HEALTH_AND_CARE})
"""Sources of which no feature may know anything."""
COUNTS = [
    feature
    for feature in FEATURES
    if feature.direction is Direction.RISES
    and feature.at_least
    and feature.name not in {"weapon_in_current_offence", "domestic_abuse_victims"}
]
"""Counts that only grow. A newer offence is the current one, and a record may show two victims to be one."""


def without(of: Case, *sources: Source) -> Case:
    """The case as it would be if these sources had never been asked."""
    dossier = of.dossier
    left = tuple(record for record in dossier.records if record.source not in sources)
    coverage = {source: told for source, told in dossier.coverage.items() if source not in sources}
    place = PlaceKnowledge() if Source.PLACE_REGISTER in sources else of.place
    return replace(of, dossier=replace(dossier, records=left, coverage=coverage), place=place)


def alike(some: tuple[float, ...], others: tuple[float, ...]) -> bool:
    """Whether two vectors are the same, unknown values too."""
    pairs = zip(some, others, strict=True)
    return all(one == other or (isnan(one) and isnan(other)) for one, other in pairs)


@EVERY_FEATURE
def test_a_feature_says_in_plain_words_what_it_is(feature: Feature) -> None:
    assert re.fullmatch(r"[a-z]+(?:_[a-z]+)*", feature.name)
    assert re.fullmatch(r"[A-Z].{2,70}[^.]", feature.title)
    assert re.fullmatch(r"\S.*[^.]", feature.unit)
    for sentences in (feature.definition, feature.grounds, feature.unknown_means):
        assert SENTENCES.fullmatch(sentences)
        assert "  " not in sentences


@EVERY_FEATURE
def test_a_feature_is_of_no_race_religion_place_or_illness(feature: Feature) -> None:
    assert not FORBIDDEN.search(f"{feature.name.replace('_', ' ')} {feature.title} {feature.definition}")
    assert feature.needs.isdisjoint(NEVER_READ)


@EVERY_FEATURE
def test_a_direction_rests_on_a_published_figure_or_item(feature: Feature) -> None:
    assert ("no direction is assumed" in feature.grounds) == (feature.direction is Direction.EITHER) or (
        "leaks into" in feature.grounds
    )


def test_no_two_features_share_a_name_or_a_title() -> None:
    assert len(set(NAMES)) == len({feature.title for feature in FEATURES}) == len(FEATURES)
    assert tuple(feature.name for feature in FEATURES) == NAMES


def test_a_feature_is_found_by_its_name_alone() -> None:
    assert all(feature_named(feature.name) is feature for feature in FEATURES)
    with pytest.raises(KeyError):
        feature_named(FeatureName("no_such_feature"))


@pytest.mark.parametrize(
    "of",
    [
        pytest.param(example.case, id=f"{rule.code}: {example.story}")
        for rule in load_rulebook().rules
        for example in rule.examples
    ],
)
def test_every_example_of_every_rule_has_a_finite_or_unknown_value(of: Case) -> None:
    vector = feature_vector(of.facts)
    assert all(isfinite(value) or isnan(value) for value in vector)
    assert alike(vector, feature_vector(of.facts))
    for feature, value in zip(FEATURES, vector, strict=True):
        assert feature.unit != YES_OR_NO or isnan(value) or value in (0, 1), feature.name
        assert not feature.at_least or isnan(value) or value >= 0, feature.name


@EVERY_FEATURE
def test_where_nobody_was_asked_nothing_is_known_of_what_is_on_record(feature: Feature) -> None:
    value = feature.of(case(routine=False, not_asked=Source).facts)
    assert isnan(value) == bool(feature.needs)


@settings(max_examples=200)
@given(CASES, st.sets(st.sampled_from(Source), max_size=3))
def test_not_asking_never_makes_something_known_to_be_nothing(of: Case, sources: set[Source]) -> None:
    asked, not_asked = (feature_vector(each.facts) for each in (of, without(of, *sources)))
    for feature, before, after in zip(FEATURES, asked, not_asked, strict=True):
        if not feature.needs.isdisjoint(sources):
            assert isnan(after) or (feature.at_least and after > 0), feature.name
        if before > 0:
            assert after != 0, feature.name


@settings(max_examples=200)
@given(CASES, st.sampled_from(Source))
def test_a_source_that_a_feature_does_not_need_changes_nothing_in_it(of: Case, source: Source) -> None:
    asked, not_asked = of.facts, without(of, source).facts
    for feature in FEATURES:
        if source not in feature.needs:
            assert alike((feature.of(asked),), (feature.of(not_asked),)), feature.name


@settings(max_examples=150)
@given(CASES, st.one_of(ORDERS, CONVICTIONS, EVENTS))
def test_another_order_conviction_or_event_never_lowers_a_count(of: Case, more: Record) -> None:
    dossier = of.dossier
    longer = replace(of, dossier=replace(dossier, records=(*dossier.records, more)))
    for feature in COUNTS:
        before, after = feature.of(of.facts), feature.of(longer.facts)
        assert not after < before, feature.name


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(replace(FIRST, name=FeatureName("other")), id="another name"),
        pytest.param(replace(FIRST, definition="Something else."), id="another definition"),
        pytest.param(replace(FIRST, unit="months"), id="another unit"),
        pytest.param(replace(FIRST, direction=Direction.FALLS), id="another direction"),
        pytest.param(replace(FIRST, needs=frozenset({Source.ALLOCATION})), id="another source"),
        pytest.param(replace(FIRST, at_least=False), id="no lower bound"),
    ],
)
def test_a_model_of_other_features_is_told_from_its_hash(changed: Feature) -> None:
    assert schema_hash((changed, *OTHERS)) != SCHEMA_HASH


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(replace(FIRST, title="Another title"), id="another title"),
        pytest.param(replace(FIRST, grounds="Other grounds."), id="other grounds"),
        pytest.param(replace(FIRST, unknown_means="Other words."), id="other words for unknown"),
    ],
)
def test_better_words_for_a_reader_need_no_new_model(changed: Feature) -> None:
    assert schema_hash((changed, *OTHERS)) == SCHEMA_HASH


def test_the_hash_depends_on_the_order() -> None:
    assert schema_hash(FEATURES[::-1]) != SCHEMA_HASH
    assert re.fullmatch(r"[0-9a-f]{64}", SCHEMA_HASH)


@settings(max_examples=100)
@given(CASES)
def test_the_vector_holds_what_each_feature_says_in_their_order(of: Case) -> None:
    facts = of.facts
    assert alike(feature_vector(facts), tuple(feature.of(facts) for feature in FEATURES))
