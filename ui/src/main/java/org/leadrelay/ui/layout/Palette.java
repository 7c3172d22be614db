package org.leadrelay.ui.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Command palette: leads as one types, also ended ones; places; and the actions of the page and of its view. It opens
 * in the browser at once, and asks for what it needs afterwards.
 */
@Tag("lr-palette")
@JsModule("./components/palette.ts")
class Palette extends Component {

    private static final long serialVersionUID = 1L;

    private static final String ALL_LEADS = "all";
    private static final String LEAD = "lead/";

    private final Supplier<List<PaletteAction>> actions;
    private List<PaletteAction> offered = List.of();

    /**
     * One line.
     *
     * @param id says which it is when it is chosen
     */
    record Entry(
            String id,
            String group,
            String label,
            @Nullable String below,
            @Nullable String key) {}

    /** Leads that answer what was typed at that turn. */
    record Found(int turn, List<Entry> entries) {}

    /** What the palette says for itself. */
    record Texts(
            String label,
            String results,
            String none,
            String leads,
            @Nullable String all) {}

    /**
     * @param leads finds leads, if the person may look for any
     * @param actions what can be done on the page as it is when the palette opens
     */
    Palette(LeadSearch leads, Supplier<List<PaletteAction>> actions) {
        this.actions = actions;
        addListener(Opened.class, event -> offer());
        addListener(Typed.class, event -> {
            List<Entry> found = leads.find(event.text()).stream()
                    .map(each -> new Entry(
                            LEAD + each.id(),
                            getTranslation("palette.leads"),
                            each.name(),
                            leads.about(each, this),
                            null))
                    .toList();
            getElement().setPropertyBean("found", new Found(event.turn(), found));
        });
        addListener(Chosen.class, event -> choose(event.id(), event.text()));
        getElement()
                .setPropertyBean(
                        "texts",
                        new Texts(
                                label(this, leads),
                                getTranslation("palette.results"),
                                getTranslation("palette.none"),
                                getTranslation("palette.leads"),
                                leads.possible() ? getTranslation("palette.leads.all", "{0}") : null));
    }

    /** What can be looked for, in the reader's language. */
    static String label(Component screen, LeadSearch leads) {
        return screen.getTranslation(leads.possible() ? "palette.label" : "palette.label.noLeads");
    }

    private void offer() {
        offered = actions.get();
        List<Entry> entries = new ArrayList<>();
        for (int place = 0; place < offered.size(); place++) {
            PaletteAction each = offered.get(place);
            entries.add(new Entry(
                    Integer.toString(place), getTranslation(each.group().labelKey()), each.label(), null, each.key()));
        }
        getElement().setPropertyList("all", entries);
    }

    private void choose(String id, String text) {
        if (id.equals(ALL_LEADS)) {
            UI.getCurrent().navigate(TopBar.LEADS, QueryParameters.of(TopBar.TEXT, text));
        } else if (id.startsWith(LEAD)) {
            UI.getCurrent().navigate(id);
        } else {
            offered.get(Integer.parseInt(id)).action().run();
        }
    }

    /** The palette was opened. */
    @DomEvent("palette-opened")
    public static class Opened extends ComponentEvent<Palette> {

        private static final long serialVersionUID = 1L;

        public Opened(Palette source, boolean fromClient) {
            super(source, fromClient);
        }
    }

    /** Something was typed. */
    @DomEvent("palette-typed")
    public static class Typed extends ComponentEvent<Palette> {

        private static final long serialVersionUID = 1L;

        private final String text;
        private final int turn;

        public Typed(
                Palette source,
                boolean fromClient,
                @EventData("event.detail.text") String text,
                @EventData("event.detail.turn") int turn) {
            super(source, fromClient);
            this.text = text;
            this.turn = turn;
        }

        String text() {
            return text;
        }

        int turn() {
            return turn;
        }
    }

    /** A line was chosen. */
    @DomEvent("palette-chosen")
    public static class Chosen extends ComponentEvent<Palette> {

        private static final long serialVersionUID = 1L;

        private final String id;
        private final String text;

        public Chosen(
                Palette source,
                boolean fromClient,
                @EventData("event.detail.id") String id,
                @EventData("event.detail.text") String text) {
            super(source, fromClient);
            this.id = id;
            this.text = text;
        }

        String id() {
            return id;
        }

        String text() {
            return text;
        }
    }
}
