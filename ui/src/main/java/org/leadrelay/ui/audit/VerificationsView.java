package org.leadrelay.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Permission;
import org.leadrelay.audit.verification.VerificationRun;
import org.leadrelay.audit.verification.Verifications;
import org.leadrelay.platform.NotFound;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.KeyboardShortcuts;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Ticker;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.VerdictWords;
import org.leadrelay.ui.layout.Allowed;

/** View of the verifications of the log: the one that the address names or else the last of everything, and those before. */
@Route(AuditNavigation.VERIFICATIONS)
@RouteAlias(AuditNavigation.VERIFICATIONS + "/:run")
@Allowed(Permission.READ_AUDIT)
class VerificationsView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST = 50;

    private final Verifications verifications;
    private final LineChoices choices;
    private final Times times;
    private final RunPanel panel;
    private final Div list = new Div();
    private final Div nothing = new Div();
    private List<VerificationRun> newest = List.of();
    private @Nullable UUID chosen;
    private @Nullable VerificationRun shown;

    VerificationsView(Verifications verifications, LineChoices choices, Times times, Ticker ticker) {
        this.verifications = verifications;
        this.choices = choices;
        this.times = times;
        panel = new RunPanel(verifications, choices, times, this::again);
        addClassNames("audit-view", "scrolled");
        list.addClassName("runs");
        Button all = new Button(getTranslation("audit.verify.all"), click -> verifyAll());
        all.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        all.setId("verify-all");
        add(
                new AuditHead("verifications", all),
                panel,
                nothing,
                list,
                new KeyboardShortcuts().on("v", getTranslation("audit.verify.all"), this::verifyAll));
        ticker.whileShown(this, this::look);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chosen = event.getRouteParameters().get("run").map(this::id).orElse(null);
        newest = List.of();
        shown = null;
        look();
    }

    private UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound(getTranslation("audit.run.unknown", text));
        }
    }

    private void verifyAll() {
        go(verifications.ofAll().id());
    }

    private void again() {
        VerificationRun before = shown;
        if (before != null) {
            UUID lead = before.lead();
            go((lead == null ? verifications.ofAll() : verifications.ofLead(lead)).id());
        }
    }

    private static void go(UUID run) {
        UI.getCurrent().navigate(AuditNavigation.VERIFICATIONS + "/" + run);
    }

    /** Draws only what changed: somebody may be reading. */
    private void look() {
        List<VerificationRun> now = verifications.newest(MOST);
        UUID named = chosen;
        VerificationRun one = named == null ? first(now) : verifications.get(named);
        if (!Objects.equals(one, shown)) {
            shown = one;
            panel.setVisible(one != null);
            if (one != null) {
                panel.show(one);
            }
        }
        if (!now.equals(newest) || (now.isEmpty() && nothing.getComponentCount() == 0)) {
            newest = now;
            list(now);
        }
    }

    private @Nullable VerificationRun first(List<VerificationRun> runs) {
        Optional<VerificationRun> open =
                runs.stream().filter(VerificationRun::open).findFirst();
        return open.or(() -> runs.stream().filter(each -> each.lead() == null).findFirst())
                .orElse(runs.isEmpty() ? null : runs.get(0));
    }

    private void list(List<VerificationRun> runs) {
        list.removeAll();
        nothing.removeAll();
        if (runs.isEmpty()) {
            nothing.add(new EmptyState(getTranslation("audit.runs.none"), getTranslation("audit.runs.none.why")));
            return;
        }
        DataTable table = new DataTable(
                        getTranslation("audit.runs"),
                        Stream.of("at", "scope", "person", "state", "upTo")
                                .map(each -> getTranslation("audit.runs." + each))
                                .toList())
                .linesOnPhones();
        Map<UUID, String> names = choices.named(runs.stream()
                .map(VerificationRun::lead)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        runs.forEach(each -> table.row(cells(each, names)));
        list.add(new H2(getTranslation("audit.runs")), table);
    }

    private List<Component> cells(VerificationRun run, Map<UUID, String> names) {
        PageLink link =
                new PageLink(AuditNavigation.VERIFICATIONS + "/" + run.id(), times.text(run.askedAt(), getLocale()));
        UUID lead = run.lead();
        Span badge = new Span(
                run.findings() > 0
                        ? getTranslation("audit.runs.found", run.findings())
                        : getTranslation("audit.runs.state." + run.state().code()));
        badge.addClassName(VerdictWords.look(run));
        return List.of(
                link,
                new Span(lead == null ? getTranslation("audit.runs.all") : names.getOrDefault(lead, lead.toString())),
                new Span(choices.person(run.askedBy())),
                badge,
                times.shown(run.asOf(), getLocale()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.verifications");
    }
}
