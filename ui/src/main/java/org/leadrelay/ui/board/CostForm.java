package org.leadrelay.ui.board;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.function.SerializableConsumer;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.cost.CostEntry;
import org.leadrelay.cost.CostOrder;
import org.leadrelay.cost.CostSheet;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.FieldErrors;

/** Form of one month: a field for each source. Enter goes on to the next, {@code Ctrl+Enter} saves. */
final class CostForm extends Div {

    /** Whoever types figures does not reach for the mouse. */
    private static final String ENTER_GOES_ON = """
        this.addEventListener('keydown', event => {
          const field = event.target.closest('vaadin-big-decimal-field');
          if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey || !field) return;
          const fields = [...this.querySelectorAll('vaadin-big-decimal-field')].filter(each => each.checkVisibility());
          const next = fields[fields.indexOf(field) + 1] ?? this.querySelector('#costs-save');
          next?.focus();
        });
        """;

    private static final String ENTER_THAT_SAVES =
            "event.key === 'Enter' && !event.isComposing && (event.ctrlKey || event.metaKey)";

    /** A field sends its value when it is left. */
    private static final String LEAVE_FIELD = "document.activeElement?.blur()";

    private final CostTexts texts;
    private final CostSheet sheet;
    private final YearMonth month;
    private final Map<String, Long> leads;
    private final List<String> rest;
    private final Details others = new Details();
    private final Map<String, BigDecimalField> fields = new LinkedHashMap<>();
    private final Button save = new Button();
    private SerializableConsumer<List<CostOrder>> work = orders -> {};

    /**
     * @param sheet with the month and the one before
     * @param leads how many each source brought in the month
     * @param mayEnter else it is read
     */
    CostForm(CostTexts texts, CostSheet sheet, YearMonth month, Map<String, Long> leads, boolean mayEnter) {
        this.texts = texts;
        this.sheet = sheet;
        this.month = month;
        this.leads = Map.copyOf(leads);
        addClassName("costs-form");
        Paragraph what = new Paragraph(texts.text(mayEnter ? "what" : "what.read", sheet.currency()));
        what.addClassName("secondary");
        List<String> first = CostTexts.inUse(sheet, leads, month);
        rest = sheet.sources().stream().filter(each -> !first.contains(each)).toList();
        add(what);
        if (!first.isEmpty()) {
            add(table(first, mayEnter));
        }
        if (!rest.isEmpty()) {
            others.addClassName("costs-others");
            others.setSummaryText(texts.text(first.isEmpty() ? "all" : "others", rest.size()));
            others.setOpened(first.isEmpty());
            others.add(table(rest, mayEnter));
            add(others);
        }
        if (mayEnter) {
            add(buttons());
            getElement().executeJs(ENTER_GOES_ON);
            getElement()
                    .addEventListener(
                            "keydown",
                            event -> getElement().executeJs(LEAVE_FIELD).then(left -> save()))
                    .setFilter(ENTER_THAT_SAVES);
        }
    }

    private DataTable table(List<String> sources, boolean mayEnter) {
        DataTable table = new DataTable(
                        texts.text("title"),
                        Stream.of("source", "leads", "amount", "before", "by")
                                .map(each -> texts.text("column." + each))
                                .toList())
                .linesOnPhones();
        sources.forEach(source -> table.row(cells(source, mayEnter)));
        return table;
    }

    /**
     * @param saver saves what was changed; what it refuses is shown, and the form stays
     */
    void saves(SerializableConsumer<List<CostOrder>> saver) {
        work = saver;
    }

    boolean isChanged() {
        return fields.keySet().stream().anyMatch(this::isChanged);
    }

    void focusFirst() {
        fields.entrySet().stream()
                .filter(each -> known(each.getKey()) == null)
                .findFirst()
                .ifPresent(each -> each.getValue().focus());
    }

    private List<Component> cells(String source, boolean mayEnter) {
        CostEntry now = known(source);
        CostEntry before = sheet.entry(source, month.minusMonths(1)).orElse(null);
        BigDecimal then = before == null ? null : before.amount();
        Span entered = new Span(now == null ? "–" : texts.entered(now));
        entered.addClassName("secondary");
        return List.of(
                new Span(texts.source(source)),
                new Span(texts.number(leads.getOrDefault(source, 0L))),
                mayEnter ? field(source, now) : new Span(said(now)),
                new Span(before == null || then == null ? "–" : texts.amount(then, before.currency())),
                entered);
    }

    private String said(@Nullable CostEntry entry) {
        BigDecimal amount = entry == null ? null : entry.amount();
        return entry == null || amount == null ? texts.text("unknown") : texts.amount(amount, entry.currency());
    }

    private BigDecimalField field(String source, @Nullable CostEntry now) {
        BigDecimalField field = new BigDecimalField();
        field.setLocale(texts.locale());
        field.setAriaLabel(texts.text("of", texts.source(source)));
        field.setSuffixComponent(new Span(sheet.currency()));
        field.setManualValidation(true);
        field.setClearButtonVisible(true);
        field.setPlaceholder(texts.text("unknown"));
        field.addClassName("cost-field");
        if (now != null && now.currency().equals(sheet.currency())) {
            field.setValue(now.amount());
        }
        if (now != null && !now.currency().equals(sheet.currency())) {
            field.setHelperText(texts.text("otherCurrency", said(now)));
        }
        fields.put(source, field);
        return field;
    }

    private Div buttons() {
        save.setText(texts.text("save"));
        save.setId("costs-save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(click -> save());
        Button before = new Button(texts.text("asBefore"), click -> fillIn());
        before.setId("costs-as-before");
        before.setTooltipText(texts.text("asBefore.what"));
        Span keys = new Span(texts.text("keys"));
        keys.addClassNames("secondary", "costs-keys");
        Div buttons = new Div(save, before, keys);
        buttons.addClassName("costs-buttons");
        return buttons;
    }

    /** What is empty gets the amount of the month before; nothing is saved by it. */
    private void fillIn() {
        fields.forEach((source, field) -> sheet.entry(source, month.minusMonths(1))
                .filter(before -> field.getValue() == null && before.currency().equals(sheet.currency()))
                .ifPresent(before -> field.setValue(before.amount())));
    }

    private void save() {
        FieldErrors refusals = new FieldErrors();
        List<CostOrder> orders = new ArrayList<>();
        fields.forEach((source, field) -> {
            if (isChanged(source)) {
                CostEntry now = known(source);
                refusals.field("entries[" + orders.size() + "].amount", field);
                orders.add(new CostOrder(
                        source, month.toString(), field.getValue(), sheet.currency(), now == null ? 0L : now.number()));
            }
        });
        fields.values().forEach(each -> each.setInvalid(false));
        if (orders.isEmpty() || !refusals.tried(() -> work.accept(orders))) {
            fields.entrySet().stream()
                    .filter(each -> each.getValue().isInvalid())
                    .findFirst()
                    .ifPresent(each -> focus(each.getKey(), each.getValue()));
        }
    }

    private void focus(String source, BigDecimalField field) {
        others.setOpened(others.isOpened() || rest.contains(source));
        field.focus();
    }

    private boolean isChanged(String source) {
        BigDecimalField field = fields.get(source);
        CostEntry now = known(source);
        BigDecimal there = now == null || !now.currency().equals(sheet.currency()) ? null : now.amount();
        BigDecimal value = field == null ? null : field.getValue();
        return value == null ? there != null : there == null || value.compareTo(there) != 0;
    }

    private @Nullable CostEntry known(String source) {
        return sheet.entry(source, month).orElse(null);
    }
}
