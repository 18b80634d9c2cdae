#!/usr/bin/env bash
# Does what a newcomer does: clone, then `make serve`. Waits until the service says it is ready, runs the example
# that it printed, and stops it. Needs bash, git, make, curl and Python; leaves nothing behind.
set -euo pipefail

checkout=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
scratch=$(mktemp -d)
log="$scratch/serve.log"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
ready="http://127.0.0.1:$port/health/readiness"
server=

stop() {
  if [[ -n "$server" ]]; then
    kill -TERM -- "-$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$scratch"
}
trap stop EXIT

fail() {
  echo "two-command check: $1" >&2
  if [[ -f "$log" ]]; then tail -n 60 "$log" >&2; fi
  exit 1
}

answers() {
  python3 - "$1" <<'PYTHON'
import sys, urllib.request
try:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(sys.argv[1], timeout=5) as answer:
        sys.exit(answer.status != 200)
except OSError:
    sys.exit(1)
PYTHON
}

command -v curl >/dev/null || fail "needs curl, which the printed example uses"
git clone --quiet --no-local "$checkout" "$scratch/riskflag"
cd "$scratch/riskflag"
unset VIRTUAL_ENV RISKFLAG_HOME MAKEFLAGS MAKELEVEL
set -m
PYTHONUNBUFFERED=1 make serve PORT="$port" >"$log" 2>&1 </dev/null &
server=$!
set +m

for ((second = 0; ; second++)); do
  if answers "$ready"; then break; fi
  kill -0 "$server" 2>/dev/null || fail "make serve ended before the service was ready"
  ((second < 600)) || fail "the service was not ready after ten minutes"
  sleep 1
done

# The example is the printed curl command: from a line that starts with curl to the first without a final backslash.
example=$(sed -n '/^ *curl /,/[^\\]$/p' "$log" | awk '{ print } !/\\$/ { exit }')
[[ -n "$example" ]] || fail "the service printed no curl example"
[[ "$example" == *":$port"* ]] || fail "the printed example does not name the address being served"
bash -c "$example" >"$scratch/answer.json" 2>"$scratch/curl.log" || fail "the printed example failed"
python3 - "$scratch/answer.json" <<'PYTHON' || fail "the printed example was not answered with an assessment"
import json, sys
answer = json.loads(open(sys.argv[1], encoding="utf-8").read())
if answer.get("verdict") not in {"flags_raised", "incomplete", "no_flags_found"}:
    sys.exit(f"no verdict among the fields {sorted(answer)}")
PYTHON

kill -TERM -- "-$server"
for ((second = 0; second < 30; second++)); do
  if ! kill -0 -- "-$server" 2>/dev/null; then break; fi
  sleep 1
done
! kill -0 -- "-$server" 2>/dev/null || { kill -KILL -- "-$server"; fail "the service did not stop when asked"; }
server=
if answers "$ready"; then fail "something still answers after the service was stopped"; fi
echo "two-command check: cloned, served, answered the printed example, stopped"
