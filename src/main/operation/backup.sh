#!/bin/sh
# Backs up a running Gremienlauf on PostgreSQL: everything is in the database, and pg_dump sees it at one moment.
# Where the database is, the usual variables say (PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD or ~/.pgpass).
# Exit codes: 0 done, 1 failed, 2 wrong call.
set -u
# The backup holds what is not public.
umask 077

if [ $# -ne 1 ]; then
  echo "Aufruf: backup.sh DATEI" >&2
  exit 2
fi
if [ -z "${PGDATABASE:-}" ]; then
  echo "Bitte setzen Sie PGDATABASE auf den Namen der Datenbank." >&2
  exit 2
fi
if [ -e "$1" ]; then
  echo "Die Datei „$1“ gibt es schon; sie wird nicht überschrieben." >&2
  exit 2
fi

part="$1.unfertig"
trap 'rm -f "$part"' EXIT
if ! pg_dump --format=custom --no-owner --no-privileges --lock-wait-timeout=60s --file="$part"; then
  echo "Die Sicherung ist gescheitert." >&2
  exit 1
fi
if ! pg_restore --list "$part" >/dev/null; then
  echo "Die Sicherung lässt sich nicht lesen." >&2
  exit 1
fi
mv "$part" "$1" || exit 1
echo "Gesichert: $1 ($(wc -c < "$1" | tr -d ' ') Bytes)"
