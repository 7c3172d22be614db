#!/bin/sh
# Makes the roles of the database, hands an older database over to them, and gives the two that log in their passwords.
# It may run again: each 'docker compose up' does.
set -eu
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --file="${LEADRELAY_ROLES:-/lead-relay/roles.sql}"
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 <<'SQL'
\getenv owner LEADRELAY_OWNER_PASSWORD
\getenv application LEADRELAY_APP_PASSWORD
alter role leadrelay_owner password :'owner';
alter role leadrelay_app password :'application';
SQL
