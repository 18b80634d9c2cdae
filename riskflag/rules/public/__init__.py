"""Rules about harm to the public: weapons, drugs and fire."""
