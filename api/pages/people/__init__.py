"""Finding a person, and the page of each."""
