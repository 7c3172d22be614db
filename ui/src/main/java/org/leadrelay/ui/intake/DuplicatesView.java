package org.leadrelay.ui.intake;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.lead.DuplicateCase;
import org.leadrelay.lead.DuplicateDecisions;
import org.leadrelay.lead.Duplicates;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.platform.NotFound;
import org.leadrelay.ui.component.EmptyState;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.layout.Allowed;

/** View of possible duplicates, oldest first; a person decides. */
@Route(IntakeNavigation.DUPLICATES)
@Allowed(Permission.READ_INTAKE)
class DuplicatesView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST = 200;

    private final Duplicates duplicates;
    private final DuplicateDecisions decisions;
    private final LeadCards cards;
    private final CurrentPerson person;
    private final Times times;
    private final Span count = new Span();
    private final Select<String> reason = new Select<>();
    private final Grid<Pair> grid = new Grid<>();
    private final Div detail = new Div();
    private final Div nothing = new Div();
    private final Div panes = new Div();
    private List<Pair> pairs = List.of();

    /** Two leads with what is known of each. */
    record Pair(DuplicateCase found, LeadCard a, LeadCard b) {}

    DuplicatesView(
            Duplicates duplicates, DuplicateDecisions decisions, LeadCards cards, CurrentPerson person, Times times) {
        this.duplicates = duplicates;
        this.decisions = decisions;
        this.cards = cards;
        this.person = person;
        this.times = times;
        grid.asSingleSelect().addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                go(event.getValue());
            }
        });
        reason.addValueChangeListener(event -> filter());

        addClassName("duplicates-view");
        setSizeFull();
        Div head = new Div(new H1(getTranslation("duplicates.title")), count);
        head.addClassName("view-head");
        count.addClassNames("head-count", "figures");
        detail.addClassNames("scrolled", "detail");
        panes.addClassName("two-panes");
        panes.add(list(), detail);
        nothing.addClassName("fill");
        add(head, panes, nothing);
        setFlexGrow(1, panes);
    }

    private Div list() {
        reason.setItems("identities", "phone");
        reason.setEmptySelectionAllowed(true);
        reason.setEmptySelectionCaption(getTranslation("duplicates.reason.any"));
        reason.setPlaceholder(getTranslation("duplicates.reason.any"));
        reason.setItemLabelGenerator(each -> getTranslation("duplicates.reason." + (each == null ? "any" : each)));
        reason.setAriaLabel(getTranslation("duplicates.reason"));
        reason.getElement().getThemeList().add("small");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        grid.addComponentColumn(this::names)
                .setHeader(getTranslation("duplicates.pair"))
                .setComparator(Comparator.comparing(pair -> pair.a().name()))
                .setFlexGrow(1);
        grid.addColumn(pair ->
                        getTranslation("duplicates.reason." + pair.found().reason()))
                .setHeader(getTranslation("duplicates.reason"))
                .setSortable(true)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setSizeFull();
        Div list = new Div(reason, grid);
        list.addClassName("list");
        return list;
    }

    private Div names(Pair pair) {
        Span both = new Span(pair.a().name() + " / " + pair.b().name());
        Span since = new Span(times.text(pair.found().openedAt(), getLocale()));
        since.addClassName("second-line");
        Div cell = new Div(both, since);
        cell.addClassName("two-lines");
        return cell;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        read();
        filter();
        String asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("pair")
                .orElse("");
        Optional<Pair> chosen = pairs.stream()
                .filter(each -> each.found().id().toString().equals(asked))
                .findAny();
        show(chosen.or(() -> pairs.stream().findFirst()));
    }

    private void read() {
        pairs = duplicates.open(0, MOST).items().stream()
                .map(this::pair)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Pair> pair(DuplicateCase found) {
        try {
            return Optional.of(
                    new Pair(found, cards.card(found.leadA(), person.get()), cards.card(found.leadB(), person.get())));
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }

    private void filter() {
        String asked = reason.getValue();
        grid.setItems(pairs.stream()
                .filter(each -> asked == null || each.found().reason().equals(asked))
                .toList());
        count.setText(new LocalNumbers(getLocale()).number(pairs.size()));
        panes.setVisible(!pairs.isEmpty());
        nothing.setVisible(pairs.isEmpty());
        nothing.removeAll();
        nothing.add(new EmptyState(getTranslation("duplicates.none"), getTranslation("duplicates.none.why")));
    }

    private void show(Optional<Pair> chosen) {
        detail.removeAll();
        grid.asSingleSelect().setValue(chosen.orElse(null));
        chosen.ifPresent(pair -> detail.add(
                new PairPanel(pair, decisions, person, times, ImportsView.onlyReads(person), this::decided)));
    }

    private void go(Pair pair) {
        getUI().ifPresent(ui -> ui.navigate(
                DuplicatesView.class,
                QueryParameters.of("pair", pair.found().id().toString())));
    }

    private void decided() {
        read();
        filter();
        show(pairs.stream().findFirst());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("duplicates.title");
    }
}
