package org.leadrelay.ui.intake;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Permission;
import org.leadrelay.intake.LeadIntake;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Captured;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadChoices;
import org.leadrelay.lead.Statement;
import org.leadrelay.ui.component.BasisField;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.layout.Allowed;

/** Form for a lead that somebody met. */
@Route(IntakeNavigation.NEW_LEAD)
@Allowed(Permission.BRING_IN_LEADS)
class NewLeadView extends VerticalLayout implements HasDynamicTitle {

    private final LeadIntake intake;
    private final Map<Field, TextFieldBase<?, String>> fields = new EnumMap<>(Field.class);
    private final ComboBox<String> source = new ComboBox<>();
    private final Checkbox mail = new Checkbox();
    private final Checkbox call = new Checkbox();
    private final BasisField basis = new BasisField();
    private final TextArea wording = new TextArea();
    private final TextField wordFrom = new TextField();
    private final FieldErrors refusals = new FieldErrors();

    NewLeadView(LeadIntake intake, LeadChoices choices) {
        this.intake = intake;
        Button save = new Button(getTranslation("new.save"), click -> save());
        mail.addValueChangeListener(event -> arrange());
        call.addValueChangeListener(event -> arrange());

        addClassNames("new-lead-view", "scrolled");
        PageLink back = new PageLink("leads", getTranslation("leads.title"));
        back.addClassName("back");
        Div head = new Div(back, new H1(getTranslation("new.title")));
        head.addClassName("view-head");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div end = new Div(save);
        end.addClassName("form-end");
        Paragraph needed = new Paragraph(getTranslation("new.needed"));
        needed.addClassName("secondary");
        add(
                head,
                needed,
                person(),
                new H2(getTranslation("new.where-from")),
                whereFrom(choices),
                new H2(getTranslation("new.permission")),
                permission(),
                end);
    }

    private FormLayout person() {
        FormLayout form = form();
        form.add(text(Field.FIRST_NAME), text(Field.LAST_NAME));
        form.add(known(Field.EMAIL, new EmailField()), text(Field.PHONE));
        form.add(text(Field.COMPANY), text(Field.TITLE));
        form.add(text(Field.CITY), text(Field.COUNTRY));
        form.add(text(Field.WEBSITE), text(Field.COMPANY_SIZE));
        return form;
    }

    private FormLayout whereFrom(LeadChoices choices) {
        source.setLabel(getTranslation("field.source"));
        source.setItems(choices.all().sources());
        source.setAllowCustomValue(true);
        source.addCustomValueSetListener(event -> source.setValue(event.getDetail()));
        refusals.field(Field.SOURCE.key(), source);
        FormLayout form = form();
        form.add(source, text(Field.CAMPAIGN), text(Field.EXTERNAL_ID));
        return form;
    }

    private FormLayout permission() {
        mail.setLabel(getTranslation("declared.mail"));
        call.setLabel(getTranslation("declared.call"));
        wording.setLabel(getTranslation("declared.wording"));
        wordFrom.setLabel(getTranslation("consent.source"));
        wordFrom.setHelperText(getTranslation("consent.source.hint"));
        wordFrom.setMaxLength(200);
        refusals.field("consent.basis", basis).field("consent.wording", wording).field("consent.source", wordFrom);
        FormLayout form = form();
        form.add(mail, call, basis, wording, wordFrom);
        arrange();
        return form;
    }

    private void arrange() {
        boolean asked = mail.getValue() || call.getValue();
        basis.setVisible(asked);
        wording.setVisible(asked);
        wordFrom.setVisible(asked);
    }

    private static FormLayout form() {
        FormLayout form = new FormLayout();
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("36em", 2));
        return form;
    }

    private TextFieldBase<?, String> text(Field field) {
        return known(field, new TextField());
    }

    private TextFieldBase<?, String> known(Field field, TextFieldBase<?, String> input) {
        input.setLabel(getTranslation("field." + field.key()));
        fields.put(field, input);
        refusals.field(field.key(), input);
        return input;
    }

    private void save() {
        if (basis.isComplete(mail.getValue() || call.getValue())) {
            refusals.tried(() -> told(intake.enter(capture())));
        }
    }

    private Capture capture() {
        Map<Field, String> given = new EnumMap<>(Field.class);
        fields.forEach((field, input) -> put(given, field, input.getValue()));
        put(given, Field.SOURCE, source.getValue());
        List<Statement> statements = new ArrayList<>();
        if (mail.getValue()) {
            statements.add(consent(Channel.MAIL));
        }
        if (call.getValue()) {
            statements.add(consent(Channel.CALL));
        }
        return new Capture(given, List.of(), statements, null);
    }

    private static void put(Map<Field, String> given, Field field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            given.put(field, value.strip());
        }
    }

    private Statement consent(Channel channel) {
        return new Statement(
                channel,
                true,
                "marketing",
                basis.given(),
                wording.getValue().isBlank() ? null : wording.getValue(),
                wordFrom.getValue().isBlank() ? null : wordFrom.getValue().strip(),
                null);
    }

    private void told(Captured captured) {
        Toasts.done(getTranslation("new.outcome." + captured.outcome().name()));
        UI.getCurrent()
                .navigate(
                        captured.outcome() == Captured.Outcome.TO_DECIDE
                                ? IntakeNavigation.DUPLICATES
                                : "lead/" + captured.leadId());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("new.title");
    }
}
