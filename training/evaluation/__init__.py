"""How good a model is on people and dates that it never saw, and how that is told."""
