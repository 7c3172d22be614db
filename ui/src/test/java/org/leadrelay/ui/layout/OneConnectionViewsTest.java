package org.leadrelay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.RolePermissions;
import org.leadrelay.lead.Field;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.Connections;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Connections of the pool: a page that opens waits for no second one while it holds one. */
@OwnDatabase
@Import(JourneyDriver.class)
class OneConnectionViewsTest extends ViewTest {

    @Autowired
    DataSource dataSource;

    @Autowired
    JourneyDriver journeys;

    @Autowired
    RolePermissions roles;

    @Test
    void every_page_opens_with_one_connection() throws Exception {
        // given
        cast.person(JourneyDriver.MARKETER, "marketing");
        UUID lead = journeys.capture(Map.of(Field.NAME, "Grace Example", Field.COMPANY, "Example Works"));
        cast.person(
                "everybody",
                roles.all().stream().map(each -> each.role().name()).toArray(String[]::new));
        logIn("everybody");
        List<String> pages = pages(lead);

        // when
        Map<String, String> failed = new LinkedHashMap<>();
        Connections.left(dataSource, 1, () -> {
            pages.forEach(page -> visit(page, failed));
            return pages.size();
        });

        // then
        assertThat(failed).isEmpty();
        assertThat(pages).hasSizeGreaterThan(30);
    }

    private void visit(String page, Map<String, String> failed) {
        try {
            open(page);
            UI.getCurrent().getInternals().getActiveRouterTargetsChain().forEach(target -> {
                if (target instanceof UnexpectedPage) {
                    failed.put(page, "the page of errors");
                }
            });
        } catch (RuntimeException e) {
            failed.put(page, String.valueOf(e));
        }
    }

    /** Addresses of all pages, those of one lead among them. */
    private static List<String> pages(UUID lead) {
        return RouteConfiguration.forRegistry(
                        UI.getCurrent().getInternals().getRouter().getRegistry())
                .getAvailableRoutes()
                .stream()
                .map(RouteData::getTemplate)
                .map(template -> template.replaceAll("/?:\\w+\\?(\\([^)]*\\))?", ""))
                .map(template -> template.startsWith("leads/")
                        ? template.replaceAll(":\\w+(\\([^)]*\\))?", lead.toString())
                        : template)
                .filter(address -> !address.contains(":"))
                .sorted()
                .toList();
    }
}
