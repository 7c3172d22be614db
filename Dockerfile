# The all-in-one: views, REST and job executor. Build: docker build -t lead-relay .
FROM maven:3.9.12-eclipse-temurin-17 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml ./
COPY bpmn bpmn
COPY process-app process-app
COPY ui ui
RUN mvn -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package \
    && mv ui/target/lead-relay-ui-*.jar lead-relay.jar

FROM eclipse-temurin:17.0.20.1_1-jre-noble
RUN groupadd --system --gid 10001 leadrelay \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin leadrelay
WORKDIR /app
COPY --from=build /build/lead-relay.jar lead-relay.jar
USER leadrelay
EXPOSE 8080
# Timers are stored without a zone; no schema is fetched; a node without memory ends instead of keeping its locks.
ENTRYPOINT ["java", "-Duser.timezone=UTC", "-Djavax.xml.accessExternalSchema=file,jar:file,nested,jar:nested", "-XX:+ExitOnOutOfMemoryError", "-XX:MaxRAMPercentage=70", "-jar", "lead-relay.jar"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
