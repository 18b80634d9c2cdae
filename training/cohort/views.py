"""What anybody could have known of a simulated person at a moment, and the address asked about."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache

from riskflag.dossier import Dossier, PlaceKnowledge, SourceCoverage
from riskflag.enquiry import AddressEnquiry, PlacementKind, ProposalStatus, Purpose
from riskflag.facts import Facts, derive_facts
from riskflag.vocabulary import Source
from training.cohort.invented import address
from training.cohort.people import Release, SimulatedPerson
from training.point_in_time import dossier_as_known, morning_of

_LICENCE = timedelta(days=365)


def asked_at(release: Release) -> datetime:
    """The morning of the release: before anything of it is recorded."""
    return morning_of(release.on)


def dossier_at(person: SimulatedPerson, moment: datetime) -> Dossier:
    """Everything recorded by a moment, and nothing that was recorded or settled later.

    Every source was asked just then and answered in full, but for the person's ``unanswered``.
    """
    return dossier_as_known(person.person, person.records, _coverage(moment, person.unanswered), moment)


def enquiry_at(person: SimulatedPerson, release: Release) -> AddressEnquiry:
    """Where the person is to live after one of their releases."""
    home, which = release.home, person.releases.index(release)
    nowhere = home.placement is None
    return AddressEnquiry(
        purpose=Purpose.RELEASE_PLANNING,
        address=None if nowhere else address(person.number, which),
        no_fixed_abode=nowhere,
        occupants=home.occupants if home.stated else (),
        occupants_stated=True if home.stated and not nowhere else None,
        status=ProposalStatus.NONE if nowhere else ProposalStatus.CONFIRMED,
        confirmed_on=None if nowhere else release.on - timedelta(days=7),
        placement=home.placement or PlacementKind.NOT_STATED,
        release_date=release.on,
        licence_ends_on=release.on + _LICENCE,
    )


def place_at(moment: datetime) -> PlaceKnowledge:
    """A place register that was asked and holds nothing."""
    return PlaceKnowledge(_answered(moment))


def facts_at(person: SimulatedPerson, release: Release) -> Facts:
    """The facts on the morning of a release, as the service would work them out."""
    moment = asked_at(release)
    return derive_facts(dossier_at(person, moment), enquiry_at(person, release), place_at(moment))


def _answered(moment: datetime) -> SourceCoverage:
    return SourceCoverage(asked_at=moment, answered=True, complete=True, watermark=moment)


@lru_cache(maxsize=4096)
def _coverage(moment: datetime, unanswered: frozenset[Source]) -> Mapping[Source, SourceCoverage]:
    full = _answered(moment)
    partial = replace(full, complete=False)
    return {source: partial if source in unanswered else full for source in Source}
