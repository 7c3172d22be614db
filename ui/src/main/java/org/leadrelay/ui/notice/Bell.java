package org.leadrelay.ui.notice;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.notification.Notice;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.Notices;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.lead.LeadNavigation;
import org.leadrelay.ui.worklist.InboxNavigation;

/** Bell with the number of unread notices, and the newest of them on a click; updates by push. */
class Bell extends Div {

    private static final long serialVersionUID = 1L;

    private static final int NEWEST = 20;
    private static final int MOST_SHOWN = 99;

    private final Notices notices;
    private final CharterWords charter;
    private final Times times;
    private final Button button = new Button(VaadinIcon.BELL_O.create());
    private final Span number = new Span();
    private final Div content = new Div();
    private final Popover popover = new Popover();

    Bell(Notices notices, CharterWords charter, String login, Times times) {
        this.notices = notices;
        this.charter = charter;
        this.times = times;
        addClassName("bell");
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        number.addClassNames("bell-number", "figures");
        number.getElement().setAttribute("aria-hidden", "true");
        content.addClassName("notices");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setModal(true);
        popover.setAriaLabel(getTranslation("bell.title"));
        popover.add(content);
        popover.addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                list();
            }
        });
        add(button, number, popover);
        count();
        addAttachListener(attached -> {
            UI ui = attached.getUI();
            Runnable end = notices.listen(login, () -> changed(ui));
            count(); // what was opened on the way here may have settled a notice
            addDetachListener(detached -> {
                end.run();
                detached.unregisterListener();
            });
        });
    }

    private void changed(UI ui) {
        try {
            Future<Void> unused = ui.access(() -> {
                count();
                if (popover.isOpened()) {
                    list();
                }
            });
        } catch (UIDetachedException gone) {
            popover.close();
        }
    }

    private void count() {
        long unread = notices.unread();
        number.setText(unread > MOST_SHOWN ? MOST_SHOWN + "+" : String.valueOf(unread));
        number.setVisible(unread > 0);
        String label = getTranslation("bell.label", unread);
        button.setAriaLabel(label);
        button.setTooltipText(label);
    }

    private void list() {
        content.removeAll();
        List<Notice> newest = notices.mine(false, 0, NEWEST).items();
        if (newest.isEmpty()) {
            content.add(new Paragraph(getTranslation("bell.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        newest.forEach(each -> list.add(line(each)));
        Button all = new Button(getTranslation("bell.readAll"), click -> {
            notices.readAll();
            count();
            list();
        });
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        content.add(list, all);
    }

    private ListItem line(Notice notice) {
        String lead = notice.leadName() == null ? getTranslation("bell.noLead") : notice.leadName();
        String kind = NoticeKind.ofCode(notice.kind()).map(NoticeKind::code).orElse("other");
        String clause = notice.clause() == null ? "" : charter.clause(notice.clause(), getLocale());
        Button open = new Button(getTranslation("bell.kind." + kind, clause, lead), click -> open(notice));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        ListItem line = new ListItem(open, times.shown(notice.at(), getLocale()));
        line.setClassName("unread", notice.readAt() == null);
        return line;
    }

    private void open(Notice notice) {
        notices.read(notice.id());
        count();
        popover.close();
        if (notice.kind().equals("guessing")) {
            getUI().ifPresent(ui -> ui.navigate("password"));
            return;
        }
        Optional<String> task = notices.task(notice);
        if (task.isPresent()) {
            InboxNavigation.open(task.get());
        } else if (notice.leadId() != null) {
            LeadNavigation.open(notice.leadId());
        }
    }
}
