package org.leadrelay.process.redesign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLConnection;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Invalid;
import org.leadrelay.redesign.gate.Finding;
import org.leadrelay.redesign.gate.Gate;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.redesign.gate.Severity;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Corpus of releases with one fault each, and of good ones, through each door into the product. */
@ProductTest
@OwnDatabase
class GateCorpusTest {

    private static final Logger LOG = LoggerFactory.getLogger(GateCorpusTest.class);
    /** Milliseconds of processor time, which other work on the machine does not lengthen. */
    private static final int SLOWEST = 1000;

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final RequestPostProcessor ADMINISTRATOR =
            httpBasic("administrator", ProductTest.ADMINISTRATOR_PASSWORD);

    @Autowired
    Gate gate;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    private ServerSocket listener;
    private ConnectionAttempts attempts;

    @BeforeEach
    void listen() throws IOException {
        attempts = new ConnectionAttempts(
                jdbc.sql("select inet_server_port()").query(Integer.class).single());
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listener.setSoTimeout(1);
    }

    @AfterEach
    void close() throws IOException {
        attempts.close();
        listener.close();
    }

    @Test
    void what_is_uploaded_is_refused_at_the_right_element_and_what_is_good_is_accepted() throws IOException {
        run("upload", this::uploaded, each -> true);
    }

    @Test
    void what_is_deployed_is_refused_at_the_right_element_and_what_is_good_is_accepted() throws IOException {
        long deployments = deployments();
        int good = run("engine", this::deployed, each -> true);
        assertThat(deployments()).as("a refusal stores nothing").isEqualTo(deployments + good);
    }

    @Test
    void what_a_build_asks_about_is_refused_at_the_right_element_and_what_is_good_is_accepted() throws IOException {
        String before = everything();
        run("check", this::asked, GateCorpusTest::leavesNothingOut);
        assertThat(everything()).as("a check changes nothing").isEqualTo(before);
    }

    @Test
    void an_attempt_to_connect_to_anywhere_is_counted() throws IOException {
        // when
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.getLocalPort())) {
            assertThat(socket.isConnected()).isTrue();
        }
        URLConnection nowhere =
                URI.create("http://schemas.invalid/BPMN20.xsd").toURL().openConnection();
        assertThatThrownBy(nowhere::connect).isInstanceOf(UnknownHostException.class);

        // then
        assertThat(connections()).isEqualTo(1);
        assertThat(attempts.seen()).extracting(URI::getHost).containsSubsequence("localhost", "schemas.invalid");
    }

    @Test
    void one_changed_file_is_checked_within_the_release_in_force() throws Exception {
        String nurture = String.valueOf(ShippedModels.texts().get("lead-nurture.bpmn"));
        mvc.perform(multipart("/api/redesign/check")
                        .file(part("lead-nurture (2).bpmn", nurture.replace("P180D", "P0D")))
                        .header("Accept-Language", "de")
                        .with(ADMINISTRATOR))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.findings.length()").value(1))
                .andExpect(jsonPath("$.findings[0].severity").value("refusal"))
                .andExpect(jsonPath("$.findings[0].rule").value("time-to-live"))
                .andExpect(jsonPath("$.findings[0].file").value("lead-nurture.bpmn"))
                .andExpect(jsonPath("$.findings[0].element").value("lead-nurture"))
                .andExpect(jsonPath("$.findings[0].message").value(containsString("Aufbewahrung der Historie")));
        mvc.perform(multipart("/api/redesign/check")
                        .file(part("note.txt", "no model"))
                        .with(ADMINISTRATOR))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.findings[0].rule").value("file-kind"))
                .andExpect(jsonPath("$.findings[0].element").value(nullValue()));
        mvc.perform(multipart("/api/redesign/check").with(ADMINISTRATOR)).andExpect(status().isUnprocessableEntity());
    }

    private static MockMultipartFile part(String name, String content) {
        return new MockMultipartFile("files", name, "text/xml", content.getBytes(StandardCharsets.UTF_8));
    }

    private List<Finding> asked(Map<String, byte[]> files) {
        MockMultipartHttpServletRequestBuilder request = multipart("/api/redesign/check");
        files.forEach((name, content) -> request.file(new MockMultipartFile("files", name, "text/xml", content)));
        try {
            byte[] answer = mvc.perform(request.with(ADMINISTRATOR))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            List<Finding> findings = new ArrayList<>();
            for (JsonNode each : json.readTree(answer).path("findings")) {
                assertThat(each.path("message").asText()).isNotBlank();
                findings.add(new Finding(
                        Severity.valueOf(each.path("severity").asText().toUpperCase(Locale.ROOT)),
                        each.path("rule").asText(),
                        each.path("file").asText(),
                        each.path("element").isNull()
                                ? null
                                : each.path("element").asText(),
                        List.of(each.path("message").asText())));
            }
            return findings;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** What is not sent is taken from the release in force, so nothing can be missing there. */
    private static boolean leavesNothingOut(CorpusCase corpusCase) {
        return corpusCase.files().keySet().containsAll(ShippedModels.texts().keySet());
    }

    private String everything() {
        return jdbc.sql("""
            select (select count(*) from act_re_deployment) || ' ' || (select count(*) from release) || ' '
                || (select count(*) from release_file) || ' ' || (select count(*) from journey_log)
            """).query(String.class).single();
    }

    /** As a person uploads: each file is told by its content, then the release is checked. */
    private List<Finding> uploaded(Map<String, byte[]> files) {
        List<ModelFile> told = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            try {
                told.add(gate.identify(file.getKey(), file.getValue()));
            } catch (Invalid refused) {
                assertThat(refused.words()).isNotBlank();
                return gate.read(files).findings();
            }
        }
        return gate.check(told);
    }

    private List<Finding> deployed(Map<String, byte[]> files) {
        DeploymentBuilder deployment = repository.createDeployment();
        files.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        try {
            deployment.deploy();
            return List.of();
        } catch (RefusedRelease refused) {
            for (Finding finding : refused.findings()) {
                assertThat(refused).hasMessageContaining(finding.file());
                if (finding.element() != null) {
                    assertThat(refused).hasMessageContaining(finding.element());
                }
            }
            return refused.findings();
        } catch (ProcessEngineException other) {
            throw new AssertionError("refused by something else than the gate", other);
        }
    }

    private long deployments() {
        return jdbc.sql("select count(*) from act_re_deployment")
                .query(Long.class)
                .single();
    }

    /**
     * @return how many good ones were accepted
     */
    private int run(String door, Function<Map<String, byte[]>, List<Finding>> check, Predicate<CorpusCase> asked)
            throws IOException {
        // given
        List<CorpusCase> bad = BadReleases.all("http://127.0.0.1:" + listener.getLocalPort() + "/").stream()
                .filter(asked)
                .toList();
        List<CorpusCase> good = GoodModels.all().stream().filter(asked).toList();
        List<String> wrong = new ArrayList<>();
        long slowest = 0;

        // when
        int refused = 0;
        int accepted = 0;
        for (CorpusCase each : bad) {
            long began = PROCESSOR.getCurrentThreadCpuTime();
            List<Finding> refusals = refusals(check.apply(each.files()));
            slowest = Math.max(slowest, PROCESSOR.getCurrentThreadCpuTime() - began);
            if (refusals.stream().anyMatch(finding -> isRight(finding, each))) {
                refused++;
            } else {
                wrong.add(each + " at " + each.element() + " but found " + shown(refusals));
            }
        }
        for (CorpusCase each : good) {
            List<Finding> refusals = refusals(check.apply(each.files()));
            if (refusals.isEmpty()) {
                accepted++;
            } else {
                wrong.add(each + " but found " + shown(refusals));
            }
        }
        int connections = Math.max(connections(), attempts.seen().size());

        // then
        LOG.info(
                "{}: refused {}/{} right element and rule, accepted {}/{}, connections {}, slowest {} ms of processor"
                        + " time",
                door,
                refused,
                bad.size(),
                accepted,
                good.size(),
                connections,
                slowest / 1_000_000);
        assertThat(wrong).isEmpty();
        assertThat(bad).hasSizeGreaterThanOrEqualTo(150);
        assertThat(good).hasSizeGreaterThanOrEqualTo(40);
        assertThat(connections).as("to " + attempts.seen()).isZero();
        assertThat(slowest / 1_000_000).isLessThan(SLOWEST);
        return accepted;
    }

    private static boolean isRight(Finding finding, CorpusCase expected) {
        return finding.rule().equals(Objects.requireNonNull(expected.rule()).code())
                && Objects.equals(finding.element(), expected.element());
    }

    private static List<Finding> refusals(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.REFUSAL)
                .toList();
    }

    private static List<String> shown(List<Finding> findings) {
        return findings.stream()
                .map(finding ->
                        finding.rule() + " " + finding.file() + " " + finding.element() + " " + finding.arguments())
                .toList();
    }

    /** Those that reached the listener, whose address the models name. */
    private int connections() throws IOException {
        int connections = 0;
        while (true) {
            try {
                listener.accept().close();
                connections++;
            } catch (SocketTimeoutException none) {
                return connections;
            }
        }
    }
}
