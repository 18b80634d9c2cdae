"""Orders, notices, bail and licence conditions, read against the address."""
