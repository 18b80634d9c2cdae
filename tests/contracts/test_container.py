"""What the container and the composition promise, as they are written. Neither was ever built or started here."""

import re
from typing import Any

import pytest
import yaml

from tests.contracts.test_house_style import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
COMPOSED: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSED["services"]
OURS = {"service", "upgrade"}
STAGES = re.split(r"^(?=FROM )", DOCKERFILE, flags=re.MULTILINE)[1:]
SERVED = STAGES[-1]
DATABASE_SETTINGS = dict(
    each.removeprefix("-c").split("=", 1) for each in SERVICES["database"]["command"] if each != "postgres"
)
NOTHING_IN_ITS_LOG = {
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_error_verbosity": "terse",
}
LASTING = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
EVERY_SERVICE = pytest.mark.parametrize("name", SERVICES)


def environment(name: str) -> dict[str, str]:
    found: dict[str, str] = SERVICES[name].get("environment", {})
    return found


def instructions(stage: str, word: str) -> list[str]:
    return re.findall(rf"^{word} (.+)$", stage, re.MULTILINE)


def test_what_is_served_runs_as_a_user_of_its_own() -> None:
    assert "--uid 10001" in SERVED
    assert instructions(SERVED, "USER") == ["10001"]
    after = SERVED.split("\nUSER 10001\n")[1]
    assert not re.search(r"^(RUN|COPY|ADD)\b", after, re.MULTILINE)


def test_what_is_served_writes_nowhere_but_its_data() -> None:
    assert instructions(SERVED, "VOLUME") == ["/data"]
    assert "RISKFLAG_HOME=/data" in SERVED
    assert "PYTHONDONTWRITEBYTECODE=1" in SERVED
    assert "--owner=riskflag --mode=0700 /data" in SERVED
    assert SERVED.count("--owner") == 1


def test_the_image_starts_the_service_and_asks_whether_it_lives() -> None:
    assert instructions(SERVED, "CMD") == ['["python", "-m", "api"]']
    assert "/health/liveness" in SERVED
    assert "HEALTHCHECK --interval=" in SERVED
    assert instructions(SERVED, "STOPSIGNAL") == ["SIGTERM"]
    assert "RISKFLAG_ENVIRONMENT=production" in SERVED


def test_the_image_holds_what_is_locked_and_nothing_that_builds_it() -> None:
    assert "--require-hashes --requirement /build/requirements/service.lock" in STAGES[0]
    assert "--no-deps --no-build-isolation" in STAGES[0]
    assert "pip" not in SERVED
    assert [each.split()[-2] for each in instructions(SERVED, "COPY")] == ["/app/venv", "models"]
    assert len(STAGES) == 2


def test_no_secret_and_no_data_is_sent_to_be_built() -> None:
    assert IGNORED[0] == "*"
    let_in = {each.removeprefix("!") for each in IGNORED if each.startswith("!")}
    assert let_in == {
        "riskflag", "api", "training", "models", "requirements/service.lock", "pyproject.toml", "README.md", "LICENSE",
    }  # fmt: skip
    assert not re.search(r"(?i)password|secret|token", DOCKERFILE)
    assert "secrets/" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()


@EVERY_SERVICE
def test_a_container_can_do_as_little_as_it_needs(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["user"] in {"10001:10001", "postgres"}
    assert any(each.split(":")[0].endswith("tmp") and "noexec" in each for each in service["tmpfs"])
    assert not {"privileged", "cap_add", "devices", "network_mode", "pid", "ipc"} & set(service)
    assert service["pids_limit"] > 0
    assert service["logging"]["options"].keys() == {"max-size", "max-file"}


@EVERY_SERVICE
def test_a_container_writes_to_named_volumes_alone(name: str) -> None:
    for volume in SERVICES[name].get("volumes", ()):
        held, _, inside = volume.partition(":")
        assert held in COMPOSED["volumes"]
        assert inside in {"/data", "/var/lib/postgresql/data"}


@pytest.mark.parametrize("name", ["service", "database"])
def test_a_container_is_asked_whether_it_is_well(name: str) -> None:
    check = SERVICES[name]["healthcheck"]
    assert check["test"][0] == "CMD"
    assert ("/health/readiness" in " ".join(check["test"])) is (name == "service")
    assert ("pg_isready" in check["test"]) is (name == "database")
    assert check["retries"] > 1


def test_the_service_starts_once_the_database_is_well_and_at_its_schema() -> None:
    assert SERVICES["service"]["depends_on"] == {
        "database": {"condition": "service_healthy"},
        "upgrade": {"condition": "service_completed_successfully"},
    }
    assert SERVICES["upgrade"]["depends_on"] == {"database": {"condition": "service_healthy"}}
    assert SERVICES["upgrade"]["command"] == ["riskflag", "database", "upgrade"]
    assert SERVICES["upgrade"]["restart"] == "no"


@pytest.mark.parametrize(
    ("setting", "secret"),
    [
        pytest.param("RISKFLAG_DATABASE_URL_FILE", "database_url", id="the database and its password"),
        pytest.param("RISKFLAG_KEYS_FILE", "keys", id="the keys that what is held is sealed with"),
        pytest.param("RISKFLAG_JWT_KEYS_FILE", "jwt_keys", id="the signer's keys"),
        pytest.param("RISKFLAG_METRICS_TOKEN_FILE", "metrics_token", id="the monitoring system's secret"),
    ],
)
@pytest.mark.parametrize("name", sorted(OURS))
def test_a_secret_is_a_mounted_file(name: str, setting: str, secret: str) -> None:
    assert environment(name)[setting] == f"/run/secrets/{secret}"
    assert secret in SERVICES[name]["secrets"]
    assert COMPOSED["secrets"][secret]["file"].startswith("./secrets/")


@EVERY_SERVICE
def test_no_secret_stands_in_the_environment(name: str) -> None:
    suspicious = {
        key
        for key in environment(name)
        if re.search("PASSWORD|SECRET|TOKEN|KEYS|URL", key) and not key.endswith("_FILE")
    }
    assert suspicious == set()
    assert not re.search(r"://[^/]*:[^/]*@", str(SERVICES[name]))


def test_the_database_is_reached_by_the_service_alone() -> None:
    assert "ports" not in SERVICES["database"]
    assert SERVICES["database"]["networks"] == ["back"]
    assert COMPOSED["networks"]["back"] == {"internal": True}
    assert SERVICES["service"]["ports"] == ["127.0.0.1:8000:8000"]
    assert "sslmode=verify-full" in (ROOT / "compose.yaml").read_text(encoding="utf-8")


def test_the_database_keeps_its_passwords_hashed_and_its_pages_summed() -> None:
    first = environment("database")["POSTGRES_INITDB_ARGS"].split()
    assert {"--data-checksums", "--auth-host=scram-sha-256", "--auth-local=scram-sha-256"} == set(first)
    assert "POSTGRES_PASSWORD_FILE" in environment("database")
    assert "POSTGRES_PASSWORD" not in environment("database")
    assert DATABASE_SETTINGS["password_encryption"] == "scram-sha-256"


@pytest.mark.parametrize(("setting", "value"), (NOTHING_IN_ITS_LOG | LASTING).items())
def test_the_database_tells_its_log_nothing_and_loses_nothing(setting: str, value: str) -> None:
    assert DATABASE_SETTINGS[setting] == value


def test_the_pages_say_that_neither_was_built_here() -> None:
    runbook = " ".join((ROOT / "docs/runbook.md").read_text(encoding="utf-8").split())
    assert "The image was never built and the composition never started" in runbook
