package org.leadrelay.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.search.FoundLine;
import org.leadrelay.audit.search.FoundLines;
import org.leadrelay.audit.search.OperationQuery;
import org.leadrelay.platform.Invalid;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.DayFields;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.SealMark;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.lead.LeadNavigation;

/** Page of lines that are no lead's, in words, by person, subject and days. What it shows stands in its address. */
abstract class OtherLinesPage extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private final String name;
    private final String path;
    private final LineChoices choices;
    private final Times times;
    private final Source source;
    private final Map<String, String> people;
    private final ComboBox<String> person = new ComboBox<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Div lines = new Div();
    private final Div pages = new Div();
    private QueryParameters shown = QueryParameters.empty();
    private boolean setting;

    /** Where the lines come from. */
    @FunctionalInterface
    interface Source {

        FoundLines find(OperationQuery asked, Locale locale);
    }

    OtherLinesPage(String name, String path, LineChoices choices, Times times, Source source) {
        this.name = name;
        this.path = path;
        this.choices = choices;
        this.times = times;
        this.source = source;
        people = choices.everybody();
        person.addValueChangeListener(event -> tell());
        from.addValueChangeListener(event -> tell());
        to.addValueChangeListener(event -> tell());
        addClassNames("audit-view", "scrolled");
        person.setClearButtonVisible(true);
        person.setPlaceholder(getTranslation("audit.any.person"));
        person.setAriaLabel(getTranslation("audit.by.person"));
        person.setItems(people.keySet());
        person.setItemLabelGenerator(login -> people.getOrDefault(login, login));
        person.getElement().getThemeList().add("small");
        person.addClassName("filter");
        day(from, "from");
        day(to, "to");
        Div filters = new Div(person, from, to);
        filters.addClassName("filters");
        lines.addClassName("line-table");
        pages.addClassName("audit-pages");
        add(new AuditHead(name), filters, lines, pages);
    }

    private void day(DatePicker field, String label) {
        DayFields.speak(field, getLocale());
        field.setAriaLabel(getTranslation("audit.by." + label));
        field.setPlaceholder(getTranslation("audit.by." + label));
        field.setClearButtonVisible(true);
        field.getElement().getThemeList().add("small");
        field.addClassName("filter");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getLocation().getQueryParameters());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit." + name);
    }

    private void show(QueryParameters address) {
        shown = address;
        setting = true;
        String who = value("person");
        List<String> offered = new ArrayList<>(people.keySet());
        if (who != null && !people.containsKey(who)) {
            offered.add(who);
        }
        person.setItems(offered);
        person.setValue(who);
        from.setValue(LinesState.of(address).from());
        to.setValue(LinesState.of(address).to());
        setting = false;
        try {
            draw(source.find(asked(), getLocale()));
        } catch (Invalid refused) {
            Toasts.refused(refused);
            draw(source.find(new OperationQuery(null, null, null, null, null, null, null), getLocale()));
        }
    }

    private OperationQuery asked() {
        String lead = value("lead");
        return new OperationQuery(
                value("kind"),
                value("person"),
                lead == null ? value("subject") : lead,
                value("from"),
                value("to"),
                value("after"),
                null);
    }

    private @Nullable String value(String parameter) {
        return shown.getSingleParameter(parameter)
                .filter(each -> !each.isBlank())
                .orElse(null);
    }

    private void draw(FoundLines found) {
        lines.removeAll();
        pages.removeAll();
        if (found.items().isEmpty()) {
            lines.add(new EmptyState(
                    getTranslation("audit." + name + ".none"), getTranslation("audit." + name + ".none.why")));
        } else {
            DataTable table = new DataTable(
                            getTranslation("audit." + name),
                            Stream.of("at", "what", "person", "about", "seal")
                                    .map(each -> getTranslation("audit.column." + each))
                                    .toList())
                    .linesOnPhones();
            Map<UUID, String> names = choices.named(found.items().stream()
                    .flatMap(each -> lead(each).stream())
                    .distinct()
                    .toList());
            found.items().forEach(each -> table.row(cells(each, names)));
            lines.add(table);
        }
        if (value("after") != null) {
            pages.add(link(null, "audit.newest"));
        }
        if (found.next() != null) {
            pages.add(link(found.next(), "audit.earlier"));
        }
        Span asOf = new Span(getTranslation("audit.asOf", times.text(found.asOf(), getLocale())));
        asOf.addClassName("secondary");
        pages.add(asOf);
    }

    private List<Component> cells(FoundLine line, Map<UUID, String> names) {
        String subject = Objects.requireNonNullElse(line.subjectInWords(), "");
        Anchor what = routed(LeadNavigation.record(line.stream(), line.seq()), line.sentence());
        return List.of(
                times.shown(line.at(), getLocale()),
                what,
                new Span(choices.person(line.person())),
                lead(line)
                        .filter(names::containsKey)
                        .<Component>map(id -> routed(LeadNavigation.address(id), names.getOrDefault(id, subject)))
                        .orElseGet(() -> new Span(subject)),
                new SealMark(line.hash()));
    }

    private static Optional<UUID> lead(FoundLine line) {
        try {
            return Optional.ofNullable(line.subject()).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Anchor routed(String address, String text) {
        PageLink link = new PageLink(address, text);
        return link;
    }

    private Anchor link(@Nullable String after, String key) {
        Map<String, String> with = new LinkedHashMap<>();
        shown.getParameters().forEach((parameter, values) -> with.put(parameter, values.get(0)));
        with.remove("after");
        if (after != null) {
            with.put("after", after);
        }
        String query = QueryParameters.simple(with).getQueryString();
        return routed(path + (query.isEmpty() ? "" : "?" + query), getTranslation(key));
    }

    private void tell() {
        if (setting) {
            return;
        }
        Map<String, String> with = new LinkedHashMap<>();
        shown.getParameters().forEach((parameter, values) -> with.put(parameter, values.get(0)));
        with.remove("after");
        put(with, "person", person.getValue());
        put(with, "from", from.getValue());
        put(with, "to", to.getValue());
        UI.getCurrent().navigate(path, QueryParameters.simple(with));
    }

    private static void put(Map<String, String> all, String parameter, @Nullable Object value) {
        if (value == null) {
            all.remove(parameter);
        } else {
            all.put(parameter, value.toString());
        }
    }
}
