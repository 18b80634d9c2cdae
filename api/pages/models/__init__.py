"""Published models, for data scientists."""
