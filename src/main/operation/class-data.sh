#!/bin/bash
# Prepares the folder with the extracted gremienlauf.jar for a fast start with "java @java.args", from wherever it is
# called: the application starts twice with the settings of production, but on a database of H2's, answers what is asked
# first and ends; the classes it has loaded and those of PostgreSQL's driver are kept in gremienlauf.jsa. To be done again
# with every version of Java or of the application, and if the folder is moved.
set -euo pipefail
port=${CLASS_DATA_PORT:-18080}
# Nobody else uses it, and it is gone when the script ends.
user=archiv
password="Aa1-$(od -An -N12 -tx1 /dev/urandom | tr -d ' ')"
work=$(mktemp -d)
program=
trap 'kill $program 2> /dev/null && wait $program || true; rm -rf "$work"' EXIT
# Every jar by name: Tomcat finds no files of the web applications in jars that only gremienlauf.jar names.
jars=$(printf ':%s' "$PWD"/lib/*.jar)
printf '%s\n' -cp "\"$PWD/gremienlauf.jar$jars\"" > classpath.args
get() {
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\nAuthorization: Basic %s\r\n\r\n' "$2" \
    "$(printf '%s:%s' "$user" "$password" | base64 -w0)" >&3
  cat <&3
  exec 3>&-
}
# One of the last things that a first start does.
first_is_ready() {
  get "$port" '/engine-rest/process-instance/count?processDefinitionKey=daily-duties' | grep -q '"count":1'
}
# The last port that it has opened is the one for whoever watches over it.
second_is_ready() {
  get "$(sed -n 's/.*Tomcat started on port \([0-9]*\) .*/\1/p' "$work/second.log" | tail -1)" \
    /actuator/health/readiness | grep -q '"status":"UP"'
}
# Starts it, asks what is asked first, and ends it.
start() {
  local name=$1 i
  shift
  java -XX:DumpLoadedClassList="$work/$name" -Xlog:cds=off \
    @classpath.args de.gremienlauf.GremienlaufApplication \
    --spring.config.additional-location=classpath:application-production.yaml \
    --spring.datasource.url="jdbc:h2:file:$work/database" --spring.datasource.username=sa \
    --logging.file.name="$work/$name.log" --logging.threshold.console=warn --logging.level.root=info \
    --server.address=127.0.0.1 --server.port="$port" --management.server.port=0 \
    --spring.mail.host=127.0.0.1 --gremienlauf.municipality=Archiv '--gremienlauf.mail.from=Archiv <archiv@archiv.example>' \
    --gremienlauf.mail.domain=archiv.example --gremienlauf.mail.base-address=https://archiv.example \
    --gremienlauf.administrator.id=$user --gremienlauf.administrator.password="$password" "$@" &
  program=$!
  for i in {1..1200}; do
    if "${name}_is_ready" 2> /dev/null; then break; fi
    kill -0 $program 2> /dev/null || { wait $program; exit 1; }
    test "$i" -lt 1200 || { tail -n 20 "$work/$name.log"; echo "Der Start dauert länger als zehn Minuten."; exit 1; } >&2
    sleep 0.5
  done
  get "$port" /engine-rest/user/count > /dev/null
  get "$port" /camunda/app/tasklist/default/ > /dev/null
  get "$port" /camunda/api/engine/engine/ > /dev/null
  kill -TERM $program
  # Ended by SIGTERM.
  wait $program || [ $? = 143 ]
}
# As a node starts whose settings may ask for other beans than were found while packaging; it makes the schema.
start first --spring.liquibase.enabled=true
# As the others start, on that schema.
start second
grep -q AOT-processed "$work/second.log" || {
  echo "Die vorbereiteten Teile wurden nicht benutzt: In der Umgebung steht eine Einstellung der Anwendung zu viel." >&2
  exit 1
}
# Each class once, in the order in which it was loaded. Newer versions of Java number them, each start anew.
awk '/ source: /{next} {sub(/ id: [0-9]+$/, "")} !seen[$0]++' "$work/second" "$work/first" > classes.list
# The names of files stand readable in a jar.
grep -ahoE 'org/postgresql/[A-Za-z0-9_$/]+\.class' lib/postgresql-*.jar | sed 's/\.class$//' | sort -u >> classes.list
rm -f gremienlauf.jsa
java -Xshare:dump -XX:SharedClassListFile=classes.list -XX:SharedArchiveFile=gremienlauf.jsa -XX:+UseG1GC \
  -Xlog:disable -Xlog:all=error:stderr @classpath.args
rm classes.list
test -s gremienlauf.jsa
# A node of two cores: the plain collector pauses no longer in all, and large pages, where the system has them, spare it
# page faults. Methods are compiled as soon as by default, but in small pieces and with fewer counters, and thoroughly only
# after fifty times as many calls, because both together take half of a start. See docs/performance.md.
cat - classpath.args > java.args <<ARGS
-XX:SharedArchiveFile="$PWD/gremienlauf.jsa"
-Xlog:cds=off
-XX:+UseSerialGC
-XX:+UseTransparentHugePages
-XX:C1MaxInlineSize=12
-XX:-C1ProfileInlinedCalls
-XX:Tier4InvocationThreshold=250000
-XX:Tier4MinInvocationThreshold=30000
-XX:Tier4CompileThreshold=750000
-XX:Tier4BackEdgeThreshold=2000000
ARGS
echo de.gremienlauf.GremienlaufApplication >> java.args
