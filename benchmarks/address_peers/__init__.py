"""How others find an address among many: what ``benchmarks.address_matching`` is set beside."""
