#!/bin/bash
# Prepares the folder with the extracted gremienlauf.jar for a fast start with "java @java.args", from wherever it is
# called: the application starts once, with the settings of production but on a database in memory, answers what is asked
# first and ends; the classes it has loaded and those of PostgreSQL's driver are kept in gremienlauf.jsa. To be done again
# with every version of Java or of the application, and if the folder is moved.
set -euo pipefail
port=${CLASS_DATA_PORT:-18080}
# Nobody else uses it, and it is gone when the script ends.
user=archiv
password="Aa1-$(od -An -N12 -tx1 /dev/urandom | tr -d ' ')"
log=$(mktemp)
# Every jar by name: Tomcat finds no files of the web applications in jars that only gremienlauf.jar names.
jars=$(printf ':%s' "$PWD"/lib/*.jar)
printf '%s\n' -cp "\"$PWD/gremienlauf.jar$jars\"" > classpath.args
java -XX:DumpLoadedClassList=classes.list -Xlog:cds=off \
  @classpath.args de.gremienlauf.GremienlaufApplication \
  --spring.config.additional-location=classpath:application-production.yaml \
  --spring.datasource.url=jdbc:h2:mem:class-data --spring.datasource.username=sa --spring.liquibase.enabled=true \
  --logging.file.name="$log" --logging.threshold.console=warn \
  --server.address=127.0.0.1 --server.port="$port" --management.server.port=0 --spring.mail.host=127.0.0.1 \
  --gremienlauf.municipality=Archiv '--gremienlauf.mail.from=Archiv <archiv@archiv.example>' \
  --gremienlauf.mail.domain=archiv.example --gremienlauf.mail.base-address=https://archiv.example \
  --gremienlauf.administrator.id=$user --gremienlauf.administrator.password="$password" &
program=$!
trap 'kill $program 2> /dev/null || true; rm -f "$log"' EXIT
get() {
  exec 3<>"/dev/tcp/127.0.0.1/$port" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\nAuthorization: Basic %s\r\n\r\n' "$1" \
    "$(printf '%s:%s' "$user" "$password" | base64 -w0)" >&3
  cat <&3
  exec 3>&-
}
# One of the last things that a start does.
until get '/engine-rest/process-instance/count?processDefinitionKey=daily-duties' 2> /dev/null | grep -q '"count":1'; do
  kill -0 $program 2> /dev/null || { wait $program; exit 1; }
  sleep 0.5
done
get /camunda/app/tasklist/default/ > /dev/null
get /camunda/api/engine/engine/ > /dev/null
kill -TERM $program
# Ended by SIGTERM.
wait $program || [ $? = 143 ]
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
