package org.leadrelay.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.ApiKeys;
import org.leadrelay.access.ApiKeys.ApiKey;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.KeyScope;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.SearchText;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.GridLook;
import org.leadrelay.ui.component.ScreenWidth;
import org.leadrelay.ui.component.SearchField;
import org.leadrelay.ui.component.SecretDialog;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.Allowed;

/** View of API keys. */
@Route(AdminNavigation.KEYS)
@Allowed(Permission.ADMINISTER_KEYS)
class KeysView extends VerticalLayout implements HasDynamicTitle {

    private final ApiKeys keys;
    private final People people;
    private final Times times;
    private final SearchField text = new SearchField(getTranslation("keys.search"));
    private final Checkbox revoked = new Checkbox();
    private final Grid<ApiKey> grid = new Grid<>();
    private final Div nothing = new Div();

    KeysView(ApiKeys keys, People people, Times times, CurrentPerson person) {
        this.keys = keys;
        this.people = people;
        this.times = times;
        text.addValueChangeListener(event -> show());
        revoked.addValueChangeListener(event -> show());

        addClassName("keys-view");
        setSizeFull();
        Button add = new Button(getTranslation("keys.add"), VaadinIcon.PLUS.create());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        add.addClickListener(click -> new KeyDialog().ask(this::create));
        text.addClassName("filters-search");
        revoked.setLabel(getTranslation("keys.revoked.show"));
        Div filters = new Div(text, revoked);
        filters.addClassName("filters");
        nothing.addClassName("fill");
        add(new AdminHead("keys", person.get(), add), filters, columns(), nothing);
        setFlexGrow(1, grid);
        show();
    }

    private Grid<ApiKey> columns() {
        grid.addClassName("keys-grid");
        GridLook.lines(grid);
        grid.setSizeFull();
        grid.addColumn(ApiKey::name)
                .setHeader(getTranslation("keys.name"))
                .setSortable(true)
                .setFlexGrow(2);
        Grid.Column<ApiKey> origin = grid.addColumn(ApiKey::origin)
                .setHeader(getTranslation("keys.origin"))
                .setSortable(true)
                .setFlexGrow(2);
        Grid.Column<ApiKey> source = grid.addColumn(ApiKey::source)
                .setHeader(getTranslation("keys.source"))
                .setSortable(true)
                .setFlexGrow(1);
        grid.addComponentColumn(this::scopes)
                .setHeader(getTranslation("keys.scopes"))
                .setKey("scopes")
                .setFlexGrow(2);
        Grid.Column<ApiKey> made = grid.addComponentColumn(each -> times.shown(each.createdAt(), getLocale()))
                .setHeader(getTranslation("keys.made"))
                .setComparator(Comparator.comparing(ApiKey::createdAt))
                .setAutoWidth(true);
        Grid.Column<ApiKey> by = grid.addColumn(each -> people.displayName(each.createdBy()))
                .setHeader(getTranslation("keys.by"))
                .setSortable(true)
                .setAutoWidth(true);
        Grid.Column<ApiKey> used = grid.addComponentColumn(each -> times.shown(each.lastUsedAt(), getLocale()))
                .setHeader(getTranslation("keys.used"))
                .setComparator(Comparator.comparing(each -> orNever(each.lastUsedAt())))
                .setAutoWidth(true);
        grid.addComponentColumn(this::action)
                .setKey("actions")
                .setAutoWidth(true)
                .setFlexGrow(0);
        ScreenWidth.follow(
                this, narrow -> List.of(origin, source, made, by, used).forEach(each -> each.setVisible(!narrow)));
        return grid;
    }

    private static Instant orNever(@Nullable Instant at) {
        return at == null ? Instant.EPOCH : at;
    }

    private Component action(ApiKey key) {
        if (key.revokedAt() != null) {
            Span badge = new Span(getTranslation("keys.revoked"));
            badge.getElement().getThemeList().add("badge contrast");
            badge.setTitle(times.text(key.revokedAt(), getLocale()));
            return badge;
        }
        Button revoke = new Button(getTranslation("keys.revoke"), click -> revoke(key));
        revoke.setAriaLabel(getTranslation("keys.revoke.of", key.name()));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
        return revoke;
    }

    /** What it opens; a living key's can be changed right there. */
    private Component scopes(ApiKey key) {
        String opened = key.scopes().stream()
                .sorted()
                .map(each -> getTranslation("keys.scope." + each.code()))
                .collect(Collectors.joining(", "));
        if (key.revokedAt() != null) {
            return new Span(opened);
        }
        Button change = new Button(opened, click -> new KeyDialog().change(key, to -> open(key, to)));
        change.setAriaLabel(getTranslation("keys.scopes.change", key.name(), opened));
        change.setTooltipText(getTranslation("keys.scopes.change", key.name(), opened));
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        change.addClassName("key-scopes");
        return change;
    }

    private void open(ApiKey key, Set<KeyScope> scopes) {
        keys.open(key.id(), scopes);
        show();
        Toasts.done(getTranslation("keys.scopes.changed", key.name()));
    }

    private void create(String name, @Nullable String origin, @Nullable String source, Set<KeyScope> scopes) {
        ApiKeys.NewApiKey made = keys.create(name, origin, source, scopes);
        show();
        new SecretDialog("keys.secret", made.key().name(), made.secret(), "Authorization: Bearer " + made.secret())
                .open();
    }

    private void revoke(ApiKey key) {
        ConfirmDialogs.before(
                getTranslation("keys.revoke.ask", key.name()),
                getTranslation("keys.revoke.consequence"),
                getTranslation("keys.revoke"),
                () -> {
                    keys.revoke(key.id());
                    show();
                    Toasts.done(getTranslation("keys.was-revoked", key.name()));
                });
    }

    private void show() {
        String asked = text.getValue().strip();
        List<ApiKey> found = keys.all().stream()
                .filter(each -> revoked.getValue() || each.revokedAt() == null)
                .filter(each -> matches(each, asked))
                .toList();
        grid.setItems(found);
        grid.setVisible(!found.isEmpty());
        nothing.setVisible(found.isEmpty());
        nothing.removeAll();
        String why = asked.isEmpty() ? "keys.none" : "keys.none.found";
        nothing.add(new EmptyState(getTranslation(why), getTranslation(why + ".why")));
    }

    private static boolean matches(ApiKey key, String asked) {
        return SearchText.finds(asked, key.name(), key.origin(), key.source());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.keys");
    }
}
