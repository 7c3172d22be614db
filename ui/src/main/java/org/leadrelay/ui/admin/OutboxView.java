package org.leadrelay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.mail.OutboxAdministration;
import org.leadrelay.mail.OutboxMail;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.GridLook;
import org.leadrelay.ui.component.ScreenWidth;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.Allowed;

/** View of mail that failed, why, and what can be done about it. */
@Route(AdminNavigation.OUTBOX)
@Allowed(Permission.KEEP_OUTBOX)
class OutboxView extends VerticalLayout implements HasDynamicTitle {

    /** The other templates are texts to leads, by their names. */
    private static final Set<String> TO_PEOPLE = Set.of("notice", "board", "became-of-it");

    private final OutboxAdministration outbox;
    private final People people;
    private final Times times;
    private final Select<String> state = new Select<>();
    private final Grid<OutboxMail> grid = new Grid<>();
    private final Div nothing = new Div();
    private Map<String, Long> counts = Map.of();

    OutboxView(OutboxAdministration outbox, People people, Times times, CurrentPerson person) {
        this.outbox = outbox;
        this.people = people;
        this.times = times;
        state.addValueChangeListener(event -> show());

        addClassNames("outbox-view", "exports-view");
        setSizeFull();
        counts = outbox.counts();
        state.setItems(OutboxAdministration.STATES);
        state.setItemLabelGenerator(each -> getTranslation(
                "outbox.state.of", getTranslation("outbox.state." + each), counts.getOrDefault(each, 0L)));
        state.setAriaLabel(getTranslation("outbox.state"));
        state.getElement().getThemeList().add("small");
        state.addClassName("filter");
        Div filters = new Div(state);
        filters.addClassName("filters");
        nothing.addClassName("fill");
        add(new AdminHead("outbox", person.get()));
        if (!outbox.hasServer()) {
            Div banner = new Div(getTranslation("outbox.noServer"));
            banner.addClassName("banner");
            add(banner);
        }
        add(filters, columns(), nothing);
        setFlexGrow(1, grid);
        state.setValue(counts.getOrDefault("failed", 0L) > 0 ? "failed" : "waiting");
    }

    private Grid<OutboxMail> columns() {
        grid.addClassName("outbox-grid");
        GridLook.paragraphs(grid);
        grid.setSizeFull();
        grid.addComponentColumn(this::mail)
                .setKey("mail")
                .setHeader(getTranslation("outbox.mail"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::why)
                .setKey("why")
                .setHeader(getTranslation("outbox.why"))
                .setFlexGrow(2);
        Grid.Column<OutboxMail> tries = grid.addColumn(OutboxMail::tries)
                .setHeader(getTranslation("outbox.tries"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        Grid.Column<OutboxMail> when = grid.addComponentColumn(
                        each -> times.shown(each.nextTry() == null ? each.doneAt() : each.nextTry(), getLocale()))
                .setHeader(getTranslation("outbox.next"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(this::actions).setKey("actions").setWidth("4em").setFlexGrow(0);
        ScreenWidth.follow(this, narrow -> {
            tries.setVisible(!narrow);
            when.setVisible(!narrow);
        });
        return grid;
    }

    private Component mail(OutboxMail mail) {
        Span below = new Span(getTranslation("outbox.written", what(mail), times.text(mail.createdAt(), getLocale())));
        below.addClassName("second-line");
        Div cell = new Div(receiver(mail), below);
        cell.addClassName("two-lines");
        return cell;
    }

    private String what(OutboxMail mail) {
        if (mail.tool() != null) {
            return getTranslation("outbox.tool", mail.tool(), mail.template());
        }
        return TO_PEOPLE.contains(mail.template()) ? getTranslation("outbox." + mail.template()) : mail.template();
    }

    private Component receiver(OutboxMail mail) {
        String login = mail.login();
        if (login != null) {
            return new Span(people.displayName(login));
        }
        UUID lead = mail.leadId();
        if (lead == null) {
            return new Span();
        }
        return new Span(getTranslation("outbox.lead", lead.toString().substring(0, 8)));
    }

    private Component why(OutboxMail mail) {
        String reason = mail.reason();
        Span first = new Span(
                reason == null
                        ? getTranslation("outbox.reason.none." + mail.state() + (mail.tool() == null ? "" : ".tool"))
                        : getTranslation("outbox.reason." + reason));
        Div cell = new Div(first);
        if (mail.error() != null) {
            cell.add(second(mail.error()));
        }
        String by = mail.doneBy();
        if (by != null) {
            cell.add(second(people.displayName(by)));
        }
        cell.addClassName("two-lines");
        return cell;
    }

    private static Span second(String text) {
        Span below = new Span(text);
        below.addClassName("second-line");
        return below;
    }

    private Component actions(OutboxMail mail) {
        if (!mail.open()) {
            return new Span();
        }
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_ICON);
        MenuItem more = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        more.setAriaLabel(getTranslation("outbox.actions"));
        more.getSubMenu().addItem(getTranslation("outbox.again"), click -> again(mail));
        more.getSubMenu().addItem(getTranslation("outbox.drop"), click -> drop(mail));
        return bar;
    }

    private void again(OutboxMail mail) {
        try {
            outbox.again(mail.id());
            Toasts.done(getTranslation("outbox.again.done"));
        } catch (ProductException refusal) {
            Toasts.refused(refusal);
        }
        show();
    }

    private void drop(OutboxMail mail) {
        ConfirmDialogs.before(
                getTranslation("outbox.drop.ask"),
                getTranslation("outbox.drop.consequence"),
                getTranslation("outbox.drop"),
                () -> {
                    outbox.drop(mail.id());
                    show();
                });
    }

    private void show() {
        String asked = state.getValue();
        Map<String, Long> now = outbox.counts();
        if (!now.equals(counts)) {
            counts = now;
            // a refresh of all of them would take the choice away
            OutboxAdministration.STATES.forEach(state.getDataProvider()::refreshItem);
        }
        grid.setItems(DataProvider.fromCallbacks(
                query -> outbox.page(asked, query.getOffset(), query.getLimit()).items().stream(),
                query -> (int) outbox.page(asked, 0, 1).total()));
        boolean none = outbox.page(asked, 0, 1).items().isEmpty();
        grid.setVisible(!none);
        nothing.setVisible(none);
        nothing.removeAll();
        nothing.add(new EmptyState(getTranslation("outbox.none." + orAny(asked)), getTranslation("outbox.none.why")));
    }

    private static String orAny(@Nullable String state) {
        return state == null ? "waiting" : state;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.outbox");
    }
}
