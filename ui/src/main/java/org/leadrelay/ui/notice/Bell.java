package org.leadrelay.ui.notice;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.leadrelay.notification.Notice;

/** Bell with the number of unread notices, and the newest of them on a click; updates by push. */
class Bell extends Div {

    private static final long serialVersionUID = 1L;

    private static final int NEWEST = 20;
    private static final int MOST_SHOWN = 99;

    private final NoticeServices desk;
    private final Button button = new Button(VaadinIcon.BELL_O.create());
    private final Span number = new Span();
    private final Div content = new Div();
    private final Popover popover = new Popover();

    Bell(NoticeServices desk) {
        this.desk = desk;
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
        // what was opened on the way here may have settled a notice
        addAttachListener(attached -> count());
        desk.follow(this, this::changed);
    }

    private void changed() {
        count();
        if (popover.isOpened()) {
            list();
        }
    }

    private long count() {
        long unread = desk.notices().unread();
        number.setText(unread > MOST_SHOWN ? MOST_SHOWN + "+" : String.valueOf(unread));
        number.setVisible(unread > 0);
        String label = getTranslation("bell.label", unread);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return unread;
    }

    private void list() {
        content.removeAll();
        Button all = new Button(getTranslation("bell.readAll"), click -> {
            desk.notices().readAll();
            changed();
        });
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        all.setEnabled(count() > 0);
        Div head = new Div(new H2(getTranslation("bell.title")), all);
        head.addClassName("notices-head");
        content.add(head);
        List<Notice> newest = desk.notices().mine(false, 0, NEWEST).items();
        if (newest.isEmpty()) {
            content.add(new Paragraph(getTranslation("bell.none")));
        } else {
            UnorderedList list = new UnorderedList();
            newest.forEach(each -> list.add(new NoticeLine(each, desk, this::open)));
            content.add(list);
        }
        RouterLink more = new RouterLink(getTranslation("bell.all"), NoticesView.class);
        more.addClassName("notices-all");
        more.getElement().addEventListener("click", click -> popover.close());
        content.add(more);
    }

    private void open(Notice notice) {
        popover.close();
        desk.open(notice);
        count();
    }
}
