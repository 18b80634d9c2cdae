"""``riskflag sessions end`` as somebody at a terminal meets it."""

from contextlib import closing

import pytest

from riskflag.persistence.audit import Action, Actor
from riskflag.persistence.engine import make_engine
from riskflag.persistence.store import open_store
from riskflag.persistence.vault import vault_for
from riskflag.service import now
from riskflag.settings import load_settings
from riskflag.sign_ins import SignIns
from riskflag.vocabulary import Role
from tests.persistence.rows import rows
from tests.terminal import Run

OFFICER = Actor("p.officer", Role.RESPONSIBLE_OFFICER)
OTHER = Actor("another", Role.RESETTLEMENT_STAFF)


@pytest.mark.parametrize(
    ("account", "left"),
    [
        pytest.param("p.officer", [None, None, OTHER], id="one with two sessions"),
        pytest.param(" another ", [OFFICER, OFFICER, None], id="one with one, and a space"),
        pytest.param("nobody", [OFFICER, OFFICER, OTHER], id="one that is not signed in"),
    ],
)
def test_an_account_is_signed_out_everywhere_and_the_audit_says_so(
    run: Run, account: str, left: list[Actor | None]
) -> None:
    assert run("database", "upgrade")[0] == 0
    settings = load_settings()
    with closing(open_store(settings.database_url, vault_for(settings))) as store:
        sign_ins = SignIns(store.web_sessions, now)
        tokens = [sign_ins.sign_in(each) for each in (OFFICER, OFFICER, OTHER)]
        status, out, err = run("sessions", "end", "--account", account)
        assert (status, out, err) == (0, f"sessions ended: {left.count(None)}\n", "")
        assert [sign_ins.reader(token) for token in tokens] == left
    engine = make_engine(settings.database_url, vault_for(settings))
    assert rows(engine, "audit_entry")[-1]["action"] == Action.SESSIONS_ENDED
    engine.dispose()
