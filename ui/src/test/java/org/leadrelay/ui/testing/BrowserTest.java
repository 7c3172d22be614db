package org.leadrelay.ui.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.leadrelay.access.Roles;

/**
 * A journey of a person in a real Chromium through the running demo, started once for all of them.
 * Name such tests {@code ...InBrowserTest}. Without a Chromium they are skipped; {@code .ci/run}
 * installs one and fails if any was skipped. A script that fails on the page fails the test.
 */
@Tag("browser")
@ExtendWith(BrowserTest.OfFailures.class)
public abstract class BrowserTest {

    private static final Set<String> GERMANS =
            Set.of("marketing-2", "ben", "dmitri", Roles.SALES_MANAGER, "head-of-sales", Roles.PROCESS_OWNER);

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** A picture takes a machine without a graphics card as long as half a page. */
    private static final boolean EVERY_SCREENSHOT = Boolean.getBoolean("browser.screenshots");

    /** A busy machine is slow, and no test waits longer than it must. */
    private static final int PATIENCE_MILLIS = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The inside of a diagram is bpmn-js's own, and takes a machine long to look at. */
    private static final String DRAWN = ".djs-container svg";

    private static final List<String> BARRIERS = List.of("serious", "critical");

    private final List<String> scriptErrors = new ArrayList<>();
    private @Nullable BrowserContext session;
    private String test = "";

    /** The page of this test, with nobody logged in. */
    protected Page page;

    @BeforeEach
    void openPage(TestInfo info) {
        Assumptions.assumeTrue(Chromium.isInstalled(), "no Chromium is installed");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        test = info.getTestClass().orElseThrow().getSimpleName()
                + "."
                + info.getTestMethod().orElseThrow().getName();
        session = Chromium.newSession();
        page = newPage(session);
    }

    private Page newPage(BrowserContext within) {
        Page opened = within.newPage();
        opened.onPageError(scriptErrors::add);
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                scriptErrors.add(message.text());
            }
        });
        return opened;
    }

    /** A page whose session is over may still ask on its way out, and is refused. */
    protected void expectRefusals() {
        scriptErrors.removeIf(each -> each.matches(".*status of 40[13] \\(.*"));
    }

    @AfterEach
    void closePage() {
        if (session != null) {
            session.close();
        }
        assertThat(scriptErrors).as("errors in the browser's console").isEmpty();
    }

    /** The address of a place in the product, such as {@code inbox}. */
    protected String address(String path) {
        return RunningDemo.address() + "/" + path;
    }

    /** A second person at the same time, with a session of their own; closed with the test. */
    protected Page anotherPage() {
        return newPage(page.context().browser().newContext(Chromium.options()));
    }

    protected void logIn(String login) {
        logIn(page, login);
    }

    /** Logs in with the demo's password and waits for the frame. */
    protected void logIn(Page where, String login) {
        logIn(where, login, "demo");
    }

    /** The same with another password. */
    protected void logIn(Page where, String login, String password) {
        GERMANS.stream().filter(login::equals).forEach(each -> choose(each, "de"));
        enter(where, login, password);
    }

    /** Logs a demo person in who reads English from now on, whoever it is. */
    protected void logInInEnglish(String login) {
        choose(login, "en");
        enter(page, login, "demo");
    }

    private void enter(Page where, String login, String password) {
        where.navigate(address("login"));
        where.getByLabel("Login").fill(login);
        where.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        where.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        where.locator(".lr-frame").waitFor();
    }

    /** The demo's people have chosen no language; some do, so that both are read. */
    private void choose(String login, String language) {
        APIResponse answer = page.request()
                .patch(
                        address("api/admin/people/" + login),
                        as(Roles.ADMINISTRATOR).setData(Map.of("locale", language)));
        assertThat(answer.ok()).as(answer.text()).isTrue();
    }

    /** What the product has mailed so far, whoever gets it. */
    protected static List<MimeMessage> mails() {
        return RunningDemo.mails();
    }

    /** What REST answers this person. */
    protected JsonNode get(String login, String path) {
        return read(page.request().get(address(path), as(login)));
    }

    /** What REST answers to what this person sends. */
    protected JsonNode post(String login, String path, Map<String, ?> body) {
        return read(page.request().post(address(path), as(login).setData(body)));
    }

    /** What REST answers to what this person puts in the place of what was there. */
    protected JsonNode put(String login, String path, Object body) {
        return read(page.request().put(address(path), as(login).setData(body)));
    }

    /**
     * A lead of this company that came in over REST. Fit A with 20; activity 14 is maturity 2, to be qualified, and 17
     * is maturity 3, handed off at once.
     *
     * @return its id
     */
    protected String captured(String company, int profile, int activity) {
        String name = UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> lead = Map.of(
                "firstName",
                "Salma",
                "lastName",
                "Amin",
                "email",
                name + "@" + company.replace(' ', '-') + ".example",
                "company",
                company,
                "source",
                "Webinar",
                "profileScore",
                profile,
                "activityScore",
                activity);
        return post(Roles.MARKETING, "api/leads", lead).get("leadId").asText();
    }

    /** Waits until the lead has a rep. */
    protected String owner(String lead) {
        page.waitForCondition(() -> get(Roles.MARKETING, "api/leads/" + lead).has("owner"));
        return get(Roles.MARKETING, "api/leads/" + lead).get("owner").asText();
    }

    /** The status that REST answers to what this person sends. */
    protected int answer(String login, String path, Map<String, ?> body) {
        return page.request().post(address(path), as(login).setData(body)).status();
    }

    /** Takes something away as this person. */
    protected void delete(String login, String path) {
        APIResponse answer = page.request().delete(address(path), as(login));
        assertThat(answer.ok()).as(answer.text()).isTrue();
    }

    /** On a connection of its own: one that was kept from the request before may just be closed by the server, which looks like a failure here. */
    private static RequestOptions as(String login) {
        byte[] said = (login + ":demo").getBytes(StandardCharsets.UTF_8);
        return RequestOptions.create()
                .setHeader("Connection", "close")
                .setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(said));
    }

    private static JsonNode read(APIResponse answer) {
        assertThat(answer.ok()).as(answer.text()).isTrue();
        try {
            return JSON.readTree(answer.text());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.text(), e);
        }
    }

    /** Nothing on the page keeps anybody from using it, as far as a machine can tell. */
    protected void assertNoBarrier() {
        assertNone(axe());
    }

    /** Everything on the page can be read: of what axe looks at, only colours depend on dark. */
    protected void assertReadable() {
        assertNone(axe().withRules(List.of("color-contrast")));
    }

    /** In a third of the time: no page of its own for the result, which frames of other sites would need. */
    private AxeBuilder axe() {
        whenNothingMoves();
        AxeRunOptions onlyViolations = new AxeRunOptions();
        onlyViolations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(onlyViolations);
    }

    /** Colours of what is just fading in or out are nobody's. */
    private void whenNothingMoves() {
        page.evaluate("""
            () => Promise.all(document.getAnimations()
                .filter(each => each.playState === 'running' && each.effect.getComputedTiming().endTime !== Infinity)
                .map(each => each.finished.catch(() => {}))).then(() => true)
            """);
    }

    private static void assertNone(AxeBuilder axe) {
        assertThat(axe.exclude(DRAWN).analyze().getViolations())
                .filteredOn(each -> BARRIERS.contains(each.getImpact()))
                .extracting(each -> each.getId() + ": " + each.getNodes())
                .isEmpty();
    }

    /** Logs out by forgetting the session. */
    protected void logOut() {
        page.context().clearCookies();
    }

    /** Writes {@code target/screenshots/<test>-<name>.png}, if run with {@code -Dbrowser.screenshots=true}. */
    protected void screenshot(String name) {
        if (EVERY_SCREENSHOT) {
            writeScreenshot(name);
        }
    }

    /** Takes a screenshot of a page on which a test failed. */
    static final class OfFailures implements AfterTestExecutionCallback {

        @Override
        public void afterTestExecution(ExtensionContext context) {
            boolean failed = context.getExecutionException().isPresent();
            if (failed && context.getRequiredTestInstance() instanceof BrowserTest of && of.session != null) {
                of.writeScreenshot("failed");
            }
        }
    }

    private void writeScreenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(test + "-" + name + ".png")));
    }
}
