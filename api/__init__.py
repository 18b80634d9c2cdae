"""The web service: people's records in, answers out, as JSON over HTTP.

    app.create_app      puts it together
    ├── auth            who is asking, and what each route allows; one that does not say refuses everybody
    ├── pace            who asks too often waits
    ├── turns           who sends slowly takes nobody's turn, and a few are worked on at once
    ├── bodies          what is sent, read strictly
    ├── answers         what is sent back, as schemas that say exactly what is in it
    ├── repeating       what is sent again is done once
    ├── errors          every refusal in one shape
    ├── replies         what every reply carries, and what is logged of it
    ├── references      what may stand in the address of a route
    ├── section         a group of routes, and how it is described in the OpenAPI document
    └── people, assessments, alerts, catalogue, health, metrics, docs     the routes, by what they are about
    process             what the process may do on its machine
    __main__            python -m api

Identifiers of people travel in bodies alone; addresses of routes hold opaque references.
"""
