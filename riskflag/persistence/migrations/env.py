"""Run by Alembic for each command: uses the connection, and the transaction, that ``upgrade`` opened."""

from alembic import context

from riskflag.persistence.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
