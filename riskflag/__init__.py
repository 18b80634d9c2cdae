"""riskflag: what public-protection issues must a proposed release address, or a referral, account for?

    case-management records ──importers──▶ records ──▶ Dossier (one person, as known on a date)
    proposed address / referral ─────────────────────▶ Enquiry
    Dossier + Enquiry ──matching──▶ Facts (typed, sourced, None = unknown)
    Facts ──rulebook──▶ one Outcome per rule: Raised | Clear | CannotTell
    Outcomes ──▶ Flags ──▶ Assessment (stored, audited) ──disclosure──▶ what this role may see

The service flags; a named person decides.
"""
