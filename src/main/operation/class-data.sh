#!/bin/bash
# Prepares the folder with the extracted gremienlauf.jar for a fast start with "java @java.args": the application starts
# once, on a database in memory, and ends as soon as it has started; the classes it has loaded are kept in gremienlauf.jsa.
# To be done again with every version of Java or of the application.
set -euo pipefail
# Every jar by name: Tomcat finds no files of the web applications in jars that only gremienlauf.jar names.
jars=$(printf ':%s' lib/*.jar)
printf '%s\n' -cp "gremienlauf.jar$jars" > classpath.args
java -XX:ArchiveClassesAtExit=gremienlauf.jsa -Xlog:cds=off -Xlog:cds+dynamic=off -Dspring.context.exit=onRefresh \
  @classpath.args de.gremienlauf.GremienlaufApplication \
  --spring.datasource.url=jdbc:h2:mem:class-data --logging.file.name= --logging.threshold.console=warn --server.port=0
test -s gremienlauf.jsa
cat - classpath.args > java.args <<'ARGS'
-XX:SharedArchiveFile=gremienlauf.jsa
-Xlog:cds=off
ARGS
echo de.gremienlauf.GremienlaufApplication >> java.args
