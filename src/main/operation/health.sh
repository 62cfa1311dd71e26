#!/bin/bash
# Exit code 0 if an address on this machine answers 200: health.sh 8081 /actuator/health/readiness
# The images have neither curl nor wget for certain; bash opens the connection itself.
set -euo pipefail
exec 3<>"/dev/tcp/${HEALTH_HOST:-127.0.0.1}/$1"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
read -r -t 5 _ status _ <&3
[ "$status" = 200 ]
