"""What is held: people and their records, the place register, assessments, and who asked for what.

    store.Store          every use case's reads and writes, each in one transaction
    ├── people           a person, their records and what was asked to get them
    ├── place_register   what is known of places from other records
    ├── places_index     what anybody's records say of a place, found by its address among very many
    ├── assessments      answers, as given
    ├── decisions        what officers decided on answers; append-only
    ├── audit            who did what, when and why; append-only
    └── pace             how often an account asked of late
    engine.Database      connections, transactions and the one error that leaves here
    tables, migrations   the schema, and how a database gets there
    codec                objects as JSON, exactly

SQLite today; nothing outside ``engine`` and the migrations' triggers depends on it.
"""
