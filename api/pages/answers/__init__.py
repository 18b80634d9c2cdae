"""An answer, as its reader may see it."""
