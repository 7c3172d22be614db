package org.leadrelay.ui.audit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Permission;
import org.leadrelay.audit.evidence.EvidenceReader;
import org.leadrelay.audit.search.FoundLine;
import org.leadrelay.audit.search.FoundLines;
import org.leadrelay.audit.search.LineQuery;
import org.leadrelay.audit.search.LineSearch;
import org.leadrelay.audit.verification.Verifications;
import org.leadrelay.export.JourneyExports;
import org.leadrelay.journal.ReadingLog;
import org.leadrelay.platform.NotFound;
import org.leadrelay.ui.component.KeyboardShortcuts;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.component.VerifyLine;
import org.leadrelay.ui.layout.Allowed;
import org.leadrelay.ui.lead.LeadNavigation;

/** View of a lead's record: every line with number and seal, and beside them what the chosen one rests on. */
@Route("lead/:lead/record")
@Allowed(Permission.READ_AUDIT)
class RecordView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String LINE = "line";
    private static final String SHOW = "show";
    private static final int AT_ONCE = 100;

    private final LineSearch search;
    private final EvidenceReader evidence;
    private final Verifications verifications;
    private final JourneyExports exports;
    private final ReadingLog readings;
    private final LineChoices choices;
    private final Times times;
    private final EvidencePanel panel;
    private final Select<RecordPart> part = new Select<>();
    private final RecordList list;
    private final Button more = new Button();
    private @Nullable UUID lead;
    private @Nullable Long line;
    private @Nullable String next;

    RecordView(
            LineSearch search,
            EvidenceReader evidence,
            Verifications verifications,
            JourneyExports exports,
            ReadingLog readings,
            LineChoices choices,
            Times times) {
        this.readings = readings;
        this.search = search;
        this.evidence = evidence;
        this.verifications = verifications;
        this.exports = exports;
        this.choices = choices;
        this.times = times;
        panel = new EvidencePanel(choices, times);
        list = new RecordList(times, this::choose);
        addClassName("record-page");
        part.setItems(RecordPart.values());
        part.setItemLabelGenerator(each -> getTranslation(each.labelKey()));
        part.setAriaLabel(getTranslation("audit.record.show"));
        part.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                again();
                addressed();
            }
        });
        more.setText(getTranslation("audit.earlier"));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(click -> read());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID asked = id(event);
        QueryParameters address = event.getLocation().getQueryParameters();
        line = address.getSingleParameter(LINE)
                .filter(each -> each.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
        part.setValue(RecordPart.of(address.getSingleParameter(SHOW).orElse("")));
        if (!asked.equals(lead)) {
            lead = asked;
            readings.journey(asked, ReadingLog.Way.PAGE);
            build(asked);
        }
        again();
        open();
    }

    private UUID id(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("lead").orElse("");
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound(getTranslation("lead.unknown", id));
        }
    }

    private void build(UUID opened) {
        removeAll();
        String name = choices.named(List.of(opened)).get(opened);
        PageLink readers =
                new PageLink(AuditNavigation.READINGS + "?lead=" + opened, getTranslation("audit.readings.of"));
        Div deeds = new Div(
                new JourneyDownload(exports, opened),
                readers,
                new VerifyLine(times, () -> verifications.ofLead(opened)));
        deeds.addClassName("head-actions");
        Div head = new Div(new H1(getTranslation("audit.record.of", name == null ? opened.toString() : name)));
        head.addClassName("view-head");
        if (name != null) {
            PageLink back = new PageLink(LeadNavigation.address(opened), getTranslation("audit.record.lead"));
            back.addClassName("back");
            head.add(back);
        }
        head.add(deeds);
        Section lines = new Section(part, list, more);
        lines.addClassName("record-lines");
        lines.getElement().setAttribute("aria-label", getTranslation("audit.lines"));
        Section shown = new Section(panel);
        shown.addClassName("record-evidence");
        shown.getElement().setAttribute("aria-label", getTranslation("audit.evidence"));
        add(
                head,
                lines,
                shown,
                new KeyboardShortcuts()
                        .onRepeated("j", getTranslation("audit.key.down"), () -> list.move(1))
                        .onRepeated("k", getTranslation("audit.key.up"), () -> list.move(-1))
                        .on("Escape", getTranslation("audit.record.lead"), () -> LeadNavigation.open(opened)));
    }

    private void again() {
        list.clear();
        next = null;
        read();
    }

    /** The next part of the lines, as far back as the chosen one at least. */
    private void read() {
        UUID opened = lead;
        if (opened == null) {
            return;
        }
        RecordPart shown = part.getValue();
        do {
            FoundLines found = search.find(LineQuery.ofLead(opened).page(next, AT_ONCE), getLocale());
            List<FoundLine> chosen = found.items().stream().filter(shown::holds).toList();
            list.add(chosen);
            next = found.next();
        } while (next != null && (list.isEmpty() || !list.reaches(line)));
        more.setVisible(next != null);
        if (list.isEmpty()) {
            list.say(getTranslation("audit.record.none"));
        }
    }

    private void choose(long number) {
        line = number;
        open();
        addressed();
    }

    private void open() {
        UUID opened = lead;
        Long number = line;
        panel.removeAll();
        if (opened == null || number == null) {
            Paragraph hint =
                    new Paragraph(getTranslation("audit.record.choose") + " " + getTranslation("audit.record.read"));
            hint.addClassName("secondary");
            panel.add(hint);
            return;
        }
        try {
            panel.show(evidence.of(opened, number, getLocale()));
        } catch (NotFound none) {
            Toasts.refused(none);
        }
        list.mark(number);
    }

    private void addressed() {
        UUID opened = lead;
        if (opened == null) {
            return;
        }
        Map<String, String> with = new LinkedHashMap<>();
        if (line != null) {
            with.put(LINE, line.toString());
        }
        if (part.getValue() != RecordPart.ALL) {
            with.put(SHOW, part.getValue().code());
        }
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(LeadNavigation.record(opened, null), QueryParameters.simple(with)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.record");
    }
}
