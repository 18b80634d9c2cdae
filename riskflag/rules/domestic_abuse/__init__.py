"""Rules about abuse of partners, former partners and relatives."""
