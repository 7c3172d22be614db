package org.leadrelay.ui.notice;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import org.leadrelay.notification.Notice;
import org.leadrelay.platform.Page;
import org.leadrelay.ui.component.EmptyState;

/** List of all notices of the person, newest first, a page at a time; updates by push. */
final class NoticeList extends Div {

    private static final long serialVersionUID = 1L;

    private static final int AT_ONCE = 50;

    private final NoticeServices desk;
    private final Checkbox unread = new Checkbox();
    private final Button readAll = new Button();
    private final UnorderedList list = new UnorderedList();
    private final Div nothing = new Div();
    private final Button more = new Button();
    private int asked = AT_ONCE;

    NoticeList(NoticeServices desk) {
        this.desk = desk;
        addClassNames("notices", "notice-list");
        unread.setLabel(getTranslation("bell.unreadOnly"));
        unread.addValueChangeListener(event -> show());
        readAll.setText(getTranslation("bell.readAll"));
        readAll.addThemeVariants(ButtonVariant.LUMO_SMALL);
        readAll.addClickListener(click -> {
            desk.notices().readAll();
            show();
        });
        more.setText(getTranslation("bell.more"));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(click -> {
            asked += AT_ONCE;
            show();
        });
        Div bar = new Div(unread, readAll);
        bar.addClassName("notices-head");
        add(bar, list, nothing, more);
        show();
        desk.follow(this, this::show);
    }

    private void show() {
        Page<Notice> page = desk.notices().mine(unread.getValue(), 0, Math.min(asked, Page.LARGEST));
        list.removeAll();
        page.items().forEach(each -> list.add(new NoticeLine(each, desk, desk::open)));
        readAll.setEnabled(desk.notices().unread() > 0);
        more.setVisible(page.items().size() < page.total() && asked < Page.LARGEST);
        nothing.removeAll();
        if (page.items().isEmpty()) {
            nothing.add(
                    unread.getValue()
                            ? new EmptyState(getTranslation("bell.none.unread"), getTranslation("bell.none.unread.why"))
                            : new EmptyState(getTranslation("bell.none.yet"), getTranslation("bell.none")));
        }
    }
}
