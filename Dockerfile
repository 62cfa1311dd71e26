# Untested: built and run nowhere yet. Build the jar first: mvn -B package
FROM eclipse-temurin:17-jre AS layers
WORKDIR /build
COPY target/gremienlauf.jar gremienlauf.jar
RUN java -Djarmode=tools -jar gremienlauf.jar extract --layers --destination extracted

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --create-home --home-dir /app gremienlauf
WORKDIR /app
COPY --from=layers --chown=gremienlauf /build/extracted/dependencies/ ./
COPY --from=layers --chown=gremienlauf /build/extracted/spring-boot-loader/ ./
COPY --from=layers --chown=gremienlauf /build/extracted/snapshot-dependencies/ ./
COPY --from=layers --chown=gremienlauf /build/extracted/application/ ./
RUN mkdir data && chown gremienlauf data
USER gremienlauf
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "gremienlauf.jar"]
