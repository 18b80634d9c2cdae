"""Rules about harm to the person, where the person is the one in danger."""
