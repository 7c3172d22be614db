package org.leadrelay.ui.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Leads that a benchmark sends to a running demo over REST. */
final class DemoLeads implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String MARKETING = "marketing";
    private static final String MANAGER = "sales-manager";

    /** Maturity 2, to be qualified, and maturity 3, handed over at once. */
    private static final String EARLY = "14";

    private static final String RIPE = "17";

    private final String address;
    private final BrowserContext session;
    private final Page page;

    /**
     * @param address of a running demo, such as {@code http://localhost:8080}
     */
    DemoLeads(Browser browser, String address) {
        this.address = address;
        session = browser.newContext();
        page = session.newPage();
    }

    /** Leads that marketing has to qualify. */
    void toQualify(int leads) {
        for (int i = 0; i < leads; i++) {
            capture("Analytical Engines " + i, EARLY);
        }
    }

    /**
     * Leads that one rep has to answer.
     *
     * @return the rep's login
     */
    String handedOver(int leads) {
        String company = "Walk" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < leads; i++) {
            capture(company, RIPE);
        }
        page.waitForCondition(() -> tasks(company).size() == leads);
        List<JsonNode> tasks = tasks(company);
        String rep = tasks.get(0).get("assignee").asText();
        List<String> others = tasks.stream()
                .filter(each -> !each.get("assignee").asText().equals(rep))
                .map(each -> each.get("id").asText())
                .toList();
        if (!others.isEmpty()) {
            post(MANAGER, "api/tasks/reassign", Map.of("tasks", others, "assignee", rep));
        }
        return rep;
    }

    private void capture(String company, String activity) {
        post(
                MARKETING,
                "api/leads",
                Map.of(
                        "firstName",
                        "Salma",
                        "lastName",
                        "Amin",
                        "email",
                        UUID.randomUUID() + "@firm.example",
                        "company",
                        company,
                        "source",
                        "Webinar",
                        "profileScore",
                        20,
                        "activityScore",
                        activity));
    }

    private List<JsonNode> tasks(String company) {
        List<JsonNode> tasks = new ArrayList<>();
        read(session.request().get(address + "/api/tasks?size=500&q=" + company, as(MANAGER)))
                .get("items")
                .forEach(tasks::add);
        tasks.removeIf(each -> each.get("assignee").isNull());
        return tasks;
    }

    private void post(String login, String path, Map<String, ?> body) {
        read(session.request().post(address + "/" + path, as(login).setData(body)));
    }

    private static RequestOptions as(String login) {
        byte[] said = (login + ":demo").getBytes(StandardCharsets.UTF_8);
        return RequestOptions.create()
                .setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(said));
    }

    private static JsonNode read(APIResponse answer) {
        if (!answer.ok()) {
            throw new IllegalStateException(answer.text());
        }
        try {
            return JSON.readTree(answer.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.text(), e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
