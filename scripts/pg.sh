#!/usr/bin/env bash
# A throw-away PostgreSQL cluster that trusts everybody on this machine. For tests only.
#
#   pg.sh up   [--name N] [--durable]        start one (unless it runs) and print its URL
#   pg.sh url  [--name N]                    print the URL of a running one
#   pg.sh down [--name N]                    stop it and remove its data
#   pg.sh stop [--name N]                    cut everybody off, as a crash would; the data stay
#   pg.sh start [--name N]                   start it again, on the same port
#   pg.sh restore --name N --durable -- DIR  start one from a base backup (pg_basebackup --format=tar)
#   pg.sh run  [--durable] -- command ...    a cluster of its own for one command, which finds it in
#                                            ZHIDU_TEST_POSTGRES_URL; removed whatever happens
#
# Data lie in memory and are not synced. --durable puts them on disk and syncs, for fault tests and
# benchmarks. ZHIDU_PG_BIN names the directory of another installation's programs.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# An exported PGPORT or PGHOST would send the client programs to somebody else's server.
unset PGPORT PGHOST PGHOSTADDR PGDATA PGUSER PGDATABASE PGOPTIONS PGSERVICE PGPASSWORD PGSSLMODE

prefix="zhidu-pg-$(id -u)-$(printf '%s' "$root" | cksum | cut -d ' ' -f 1)"
name=shared
durable=no

usage() {
  sed -n '2,/^set -e/{s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" >&2
  exit 2
}

programs() {
  local bin
  for bin in "${ZHIDU_PG_BIN:-}" /usr/lib/postgresql/15/bin; do
    if [[ -n $bin && -x $bin/initdb ]]; then
      printf '%s' "$bin"
      return 0
    fi
  done
  fail "PostgreSQL 15 is missing; as root: apt-get install postgresql-15 (or set ZHIDU_PG_BIN)"
}

# The server refuses to run as root.
as_server() {
  if [[ $(id -u) == 0 ]]; then
    (cd / && runuser -u postgres -- "$@")
  else
    (cd / && "$@")
  fi
}

# The directory of a named cluster, wherever its data were put. A bare `return` inside a trap gives the
# status from before the trap, hence the 0 here and elsewhere.
find_cluster() {
  local base
  for base in /dev/shm "${TMPDIR:-/tmp}" /var/tmp; do
    if [[ -d $base/$prefix-$1 ]]; then
      printf '%s' "$base/$prefix-$1"
      return 0
    fi
  done
  return 1
}

url_of() { printf 'postgres://postgres@127.0.0.1:%s/postgres\n' "$(cat "$1/port")"; }

is_running() { [[ -f $1/port ]] && as_server "$(programs)/pg_ctl" -D "$1/data" status >/dev/null 2>&1; }

configure() {
  cat >>"$1/data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = '$1'
max_connections = 300
shared_buffers = 128MB
timezone = 'UTC'
log_timezone = 'UTC'
CONF
  # Without these two lines a base backup can be taken, as in production.
  [[ $durable == yes ]] || cat >>"$1/data/postgresql.conf" <<CONF
wal_level = minimal
max_wal_senders = 0
fsync = off
synchronous_commit = off
full_page_writes = off
CONF
}

create() {
  local dir=$1 bin
  bin=$(programs) || return 1
  mkdir -m 700 "$dir" || fail "$dir is in the way"
  if [[ $(id -u) == 0 ]]; then
    id postgres >/dev/null 2>&1 || fail "user postgres is missing; it comes with: apt-get install postgresql-15"
    chown postgres: "$dir"
  fi
  as_server "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync -N \
    >"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; return 1; }
  configure "$dir"
}

# Another process may take the port first: then another one is tried.
start() {
  local dir=$1 bin port try
  bin=$(programs) || return 1
  for try in 1 2 3 4 5; do
    port=$(free_port) || return 1
    if as_server "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -o "-p $port" -w -t 60 start >/dev/null 2>&1; then
      printf '%s\n' "$port" >"$dir/port"
      return 0
    fi
    say "PostgreSQL did not start on port $port (try $try)"
  done
  tail -n 20 "$dir/log" >&2 || true
  return 1
}

remove() {
  local dir=$1
  if [[ -f $dir/data/postmaster.pid ]]; then
    as_server "$(programs)/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1 || true
  fi
  rm -rf "$dir"
}

# Clusters of runs that were killed before they could clean up.
sweep() {
  local base dir owner
  for base in /dev/shm "${TMPDIR:-/tmp}" /var/tmp; do
    for dir in "$base/$prefix"-run-*; do
      [[ -d $dir ]] || continue
      owner=${dir##*-run-}
      [[ -d /proc/${owner%%-*} ]] || remove "$dir"
    done
  done
}

# Synced data belong on a disk, whatever TMPDIR says.
place() { if [[ $durable == yes ]]; then printf /var/tmp; else scratch_base 512; fi; }

up() {
  local dir
  if dir=$(find_cluster "$name"); then
    if is_running "$dir"; then
      url_of "$dir"
      return 0
    fi
    remove "$dir"
  fi
  dir="$(place)/$prefix-$name"
  if ! { create "$dir" && start "$dir"; }; then
    remove "$dir"
    fail "PostgreSQL could not be started"
  fi
  url_of "$dir"
}

down() {
  local dir
  if dir=$(find_cluster "$name"); then remove "$dir"; fi
}

stop() {
  local dir
  dir=$(find_cluster "$name") || fail "no cluster '$name'"
  as_server "$(programs)/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null
}

start_again() {
  local dir
  dir=$(find_cluster "$name") || fail "no cluster '$name'"
  as_server "$(programs)/pg_ctl" -D "$dir/data" -l "$dir/log" -o "-p $(cat "$dir/port")" -w -t 60 start >/dev/null
}

# As docs/operations.md has it: unpack, verify, start.
restore() {
  local backup=${1:?a base backup} dir
  dir="$(place)/$prefix-$name"
  mkdir -m 700 "$dir" "$dir/data" || fail "$dir is in the way"
  tar -xf "$backup/base.tar" -C "$dir/data"
  tar -xf "$backup/pg_wal.tar" -C "$dir/data/pg_wal"
  cp "$backup/backup_manifest" "$dir/data/"
  if [[ $(id -u) == 0 ]]; then chown -R postgres: "$dir"; fi
  as_server "$(programs)/pg_verifybackup" -q "$dir/data"
  sed -i "s#^unix_socket_directories.*#unix_socket_directories = '$dir'#" "$dir/data/postgresql.conf"
  if ! start "$dir"; then
    remove "$dir"
    fail "the restored PostgreSQL could not be started"
  fi
  url_of "$dir"
}

run() {
  [[ $# -gt 0 ]] || usage
  local code=0
  sweep
  name="run-$$"
  # A second signal must not cut the cleaning short.
  trap 'trap "" INT TERM HUP; down' EXIT
  trap 'exit 130' INT TERM HUP
  # 69 is EX_UNAVAILABLE: the caller can tell a missing server from a failed command.
  ZHIDU_TEST_POSTGRES_URL=$(up) || exit 69
  export ZHIDU_TEST_POSTGRES_URL
  # In the foreground, so that Ctrl-C reaches the command; bash runs the traps once it has ended.
  "$@" || code=$?
  exit "$code"
}

[[ $# -gt 0 ]] || usage
command=$1
shift
while [[ $# -gt 0 ]]; do
  case $1 in
    --name) name=${2:?a name}; shift 2 ;;
    --durable) durable=yes; shift ;;
    --) shift; break ;;
    *) usage ;;
  esac
done
[[ $name =~ ^[a-z0-9-]+$ ]] || fail "a name has lower-case letters, digits and dashes"

case $command in
  up) up ;;
  url)
    if ! dir=$(find_cluster "$name") || ! is_running "$dir"; then
      fail "no cluster '$name' runs; start it: scripts/pg.sh up --name $name"
    fi
    url_of "$dir"
    ;;
  down) down ;;
  stop) stop ;;
  start) start_again ;;
  restore) restore "$@" ;;
  run) run "$@" ;;
  *) usage ;;
esac
