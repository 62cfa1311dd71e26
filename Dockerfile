# Build the jar first: mvn -B package
FROM eclipse-temurin:17-jre AS layers
WORKDIR /build
COPY target/gremienlauf.jar gremienlauf.jar
RUN java -Djarmode=tools -jar gremienlauf.jar extract --layers --destination extracted

FROM eclipse-temurin:17-jre
ENV LC_ALL=C.UTF-8
RUN useradd --system --uid 10001 --no-create-home --home-dir /app gremienlauf
WORKDIR /app
COPY --from=layers /build/extracted/dependencies/ ./
COPY --from=layers /build/extracted/snapshot-dependencies/ ./
COPY --from=layers /build/extracted/application/ ./
COPY src/main/operation/health.sh src/main/operation/class-data.sh ./
# The classes of a start, kept as the JVM has them in memory; made with the same JVM and the same files that use them.
RUN ./class-data.sh
USER gremienlauf
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=6s --start-period=120s --retries=3 \
  CMD ["./health.sh", "8081", "/actuator/health/readiness"]
# The image's own script makes Java trust the certificates in /certificates.
ENTRYPOINT ["/__cacert_entrypoint.sh", "java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "@java.args"]
