"""Rules about harm to the public: weapons, drugs, fire and threats to staff."""
