#!/bin/sh
# Restores a backup into an empty database, as a whole or not at all.
# Where the database is, the usual variables say (PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD or ~/.pgpass).
# Exit codes: 0 done, 1 failed, 2 wrong call, 3 the database is not empty.
set -u

if [ $# -ne 1 ]; then
  echo "Aufruf: restore.sh DATEI" >&2
  exit 2
fi
if [ -z "${PGDATABASE:-}" ]; then
  echo "Bitte setzen Sie PGDATABASE auf den Namen der leeren Datenbank." >&2
  exit 2
fi
if ! pg_restore --list "$1" >/dev/null; then
  echo "„$1“ ist keine lesbare Sicherung." >&2
  exit 2
fi

if ! found=$(psql --no-psqlrc --tuples-only --no-align --command "select count(*) from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'"); then
  echo "Die Datenbank „$PGDATABASE“ ist nicht zu erreichen." >&2
  exit 1
fi
if [ "$found" -ne 0 ]; then
  echo "Die Datenbank „$PGDATABASE“ ist nicht leer; es wird nichts zurückgespielt." >&2
  exit 3
fi

if ! pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --dbname="$PGDATABASE" "$1"; then
  echo "Das Zurückspielen ist gescheitert; die Datenbank ist leer geblieben." >&2
  exit 1
fi
# Of the server's own tables, which are not ours, it would say that it leaves them out.
PGOPTIONS="--client-min-messages=error" psql --no-psqlrc --quiet --command "analyze" || exit 1
echo "Zurückgespielt: $1. Bitte jetzt prüfen: java -jar gremienlauf.jar verify"
