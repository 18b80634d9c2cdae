"""Whether two descriptions are of the same address, person or place, as a band with its reason.

    Address, Address         --address.compare_addresses-->  AddressMatch(band, because)
    Address, many Addresses  --address_ranking.compare_with  RankedMatch(place, match, likeness)
    NamedPerson, NamedPerson --person.compare_people------>  PersonMatch(band, because)
    Zone, Point              --place.locate_in_zone------->  ZoneMatch(position, because)
    Zone, Address            --place.locate_in_zone_by_address  the same, by its postcode if need be
    Zones, Point             --zones.ZoneIndex.near------->  which of many zones may hold it
    Address, Address         --place.how_near------------->  NearnessMatch(nearness, because)

Each is pure, symmetric and deterministic. A `because` says which parts agreed or differed and never what
they are, so that it can be shown, stored and logged without giving anybody's whereabouts away. What cannot
be decided is said to be undecided: nothing here turns "unknown" into "different".

The other modules are theirs alone: `postcode`, `doubtful` and `address_*` serve `address`; `description`,
`labels`, `names`, `nicknames` and `spellings` serve `person`. `memory` keeps what they worked out
until the answer is done. `located`, `national_grid` and `zones` serve `place`.
"""
