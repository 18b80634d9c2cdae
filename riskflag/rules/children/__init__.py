"""Rules about harm to children."""
