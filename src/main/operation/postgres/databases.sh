#!/bin/bash
# Run once, when the database server is made: a database for the application and one for the login service, each with a
# user of its own who may do nothing else.
set -euo pipefail
psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 \
  --set application="$DATABASE_PASSWORD" --set keycloak="$KEYCLOAK_DATABASE_PASSWORD" <<'SQL'
create role gremienlauf login password :'application';
create database gremienlauf owner gremienlauf encoding 'UTF8' template template0;
create role keycloak login password :'keycloak';
create database keycloak owner keycloak encoding 'UTF8' template template0;
revoke connect on database gremienlauf, keycloak from public;
SQL
