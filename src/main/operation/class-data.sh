#!/bin/bash
# Makes gremienlauf.jsa in the folder of the extracted gremienlauf.jar: the application starts once, on a database in
# memory, and ends as soon as it has started. To be done again with every version of Java or of the application.
set -euo pipefail
java -XX:ArchiveClassesAtExit=gremienlauf.jsa -Xlog:cds=off -Xlog:cds+dynamic=off -Dspring.context.exit=onRefresh \
  -jar gremienlauf.jar --spring.datasource.url=jdbc:h2:mem:class-data --logging.file.name= --server.port=0
test -s gremienlauf.jsa
