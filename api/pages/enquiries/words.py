"""What can be chosen on the forms of enquiries, as those who choose say it."""

from collections.abc import Mapping

from riskflag.enquiry import PlacementKind, ProposalStatus, Purpose
from riskflag.vocabulary import AgreementReason, Relationship

PURPOSES: Mapping[Purpose, str] = {
    Purpose.RELEASE_PLANNING: "Planning a release",
    Purpose.HOME_DETENTION_CURFEW: "Home detention curfew",
    Purpose.BAIL_ADDRESS: "A bail address",
    Purpose.CHANGE_OF_ADDRESS: "A change of address",
    Purpose.RE_SCREENING: "Checking again",
}
PLACES: Mapping[PlacementKind, str] = {
    PlacementKind.PRIVATE_HOUSEHOLD: "With family, a partner or friends",
    PlacementKind.OWN_TENANCY: "Their own home",
    PlacementKind.SUPPORTED_HOUSING: "Supported housing",
    PlacementKind.HOSTEL: "A hostel",
    PlacementKind.APPROVED_PREMISES: "Approved premises",
    PlacementKind.HOSPITAL_OR_CARE_HOME: "A hospital or care home",
    PlacementKind.NOT_STATED: "Not known",
}
STATUSES: Mapping[ProposalStatus, str] = {
    ProposalStatus.MENTIONED: "The person mentioned it",
    ProposalStatus.PREVIOUS_ADDRESS: "They lived there before",
    ProposalStatus.PROPOSED: "It is proposed, and not agreed yet",
    ProposalStatus.CONFIRMED: "The landlord or occupier has agreed",
    ProposalStatus.NONE: "Nothing has been found",
    ProposalStatus.NOT_STATED: "Not known",
}
RELATIONSHIPS: Mapping[Relationship, str] = {
    Relationship.SPOUSE: "Husband, wife or civil partner",
    Relationship.PARTNER: "Partner",
    Relationship.EX_SPOUSE: "Former husband, wife or civil partner",
    Relationship.EX_PARTNER: "Former partner",
    Relationship.PARENT: "Parent",
    Relationship.SIBLING: "Brother or sister",
    Relationship.GRANDPARENT: "Grandparent",
    Relationship.CHILD: "Their child",
    Relationship.STEPCHILD: "Stepchild, or the child of a partner",
    Relationship.OTHER_RELATIVE: "Other relative",
    Relationship.FRIEND: "Friend",
    Relationship.NEIGHBOUR: "Neighbour",
    Relationship.COLLEAGUE: "Somebody from work",
    Relationship.CO_DEFENDANT: "Somebody charged with them",
    Relationship.LANDLORD: "Landlord",
    Relationship.CARER: "Carer",
    Relationship.PROFESSIONAL: "Professional",
    Relationship.ACQUAINTANCE: "Somebody they know a little",
    Relationship.STRANGER: "A stranger to them",
    Relationship.UNKNOWN: "Not known",
}
AGREEMENTS: Mapping[AgreementReason, str] = {
    AgreementReason.SEVERAL_HOMES_CONSIDERED: "Several homes are being considered",
    AgreementReason.PLACEMENT_FELL_THROUGH: "A place fell through",
    AgreementReason.MOVES_OFTEN: "The person moves often",
    AgreementReason.RECORDS_PUT_RIGHT: "Records were put right, and the answers must be made again",
}
