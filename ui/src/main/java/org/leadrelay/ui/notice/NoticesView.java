package org.leadrelay.ui.notice;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.leadrelay.notification.Channels;
import org.leadrelay.notification.MailPreference;
import org.leadrelay.notification.NoticeChoices;
import org.leadrelay.notification.NoticeChoices.NoticeChoice;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.ui.component.FieldErrors;

/** View of the person's notices, and of what reaches them on which channel. */
@Route("notices")
@PermitAll
class NoticesView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final Channels channels;
    private final Map<NoticeKind, Checkbox> bells = new EnumMap<>(NoticeKind.class);
    private final Map<NoticeKind, Select<MailPreference>> mails = new EnumMap<>(NoticeKind.class);
    private final Checkbox outside = new Checkbox();

    NoticesView(Channels channels, NoticeServices desk) {
        this.channels = channels;
        NoticeChoices now = channels.mine();
        addClassName("notices-view");
        Div form = new Div();
        form.addClassName("lr-form");
        now.kinds().forEach(each -> form.add(line(each, desk.words().name(getLocale(), each.kind()))));
        outside.setLabel(getTranslation("notices.outside"));
        outside.setValue(now.outsideHours());
        Button save = new Button(getTranslation("notices.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        form.add(outside, save);
        String address = now.address();
        Section choices = new Section(
                new H2(getTranslation("notices.title")),
                new Paragraph(
                        address == null
                                ? getTranslation("notices.noAddress")
                                : getTranslation("notices.address", address)),
                form);
        choices.addClassName("notice-choices");
        add(new H1(getPageTitle()), new NoticeList(desk), choices);
    }

    private Div line(NoticeChoice choice, String kind) {
        Checkbox bell = new Checkbox(getTranslation("notices.bell"));
        bell.setAriaLabel(kind + ": " + getTranslation("notices.bell"));
        bell.setValue(choice.bell());
        Select<MailPreference> mail = new Select<>();
        mail.setLabel(kind);
        mail.setItems(MailPreference.values());
        mail.setItemLabelGenerator(each -> getTranslation("notices.mail." + each.code()));
        mail.setValue(choice.mail());
        mail.setWidthFull();
        bells.put(choice.kind(), bell);
        mails.put(choice.kind(), mail);
        return new Div(mail, bell);
    }

    private void save() {
        List<NoticeChoice> chosen = bells.entrySet().stream()
                .map(each -> new NoticeChoice(each.getKey(), each.getValue().getValue(), mail(each.getKey())))
                .toList();
        if (new FieldErrors().tried(() -> channels.choose(outside.getValue(), chosen))) {
            Notification.show(getTranslation("notices.saved"));
        }
    }

    private MailPreference mail(NoticeKind kind) {
        Select<MailPreference> field = mails.get(kind);
        return field == null ? MailPreference.OFF : field.getValue();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bell.title");
    }
}
