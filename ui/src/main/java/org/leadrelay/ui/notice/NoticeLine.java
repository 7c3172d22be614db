package org.leadrelay.ui.notice;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import org.leadrelay.notification.Notice;
import org.leadrelay.notification.NoticeSubject;

/** Line of one notice: what happened, about whom, when; marked while it is unread, greyed when it is done with. */
final class NoticeLine extends ListItem {

    private static final long serialVersionUID = 1L;

    NoticeLine(Notice notice, NoticeServices desk, SerializableConsumer<Notice> open) {
        addClassName("notice");
        setClassName("unread", notice.fresh());
        setClassName("resolved", notice.resolvedAt() != null);
        Span what = part("notice-what", desk.words().line(getLocale(), notice));
        Span whom = part("notice-whom", whom(notice, desk));
        Span when = when(notice, desk);
        NativeButton line = new NativeButton();
        line.addClassName("notice-open");
        line.add(part("notice-mark", state(notice)), what, whom, when);
        line.addClickListener(click -> open.accept(notice));
        add(line);
    }

    /** What is left of a promise, or how late it is, while it runs; else when it was told. */
    private Span when(Notice notice, NoticeServices desk) {
        Instant due = notice.due();
        String told = desk.times().exact(notice.at(), getLocale());
        Span when = part(
                "notice-when",
                due == null
                        ? desk.times().text(notice.at(), getLocale())
                        : desk.due().left(due, notice.holder(), getLocale()));
        when.addClassName("figures");
        when.setTitle(
                due == null ? told : getTranslation("bell.due", desk.times().exact(due, getLocale()), told));
        return when;
    }

    private static Span part(String look, String text) {
        Span part = new Span(text);
        part.addClassName(look);
        part.setTitle(text);
        return part;
    }

    /** In words, for who does not see the mark. */
    private String state(Notice notice) {
        if (notice.fresh()) {
            return getTranslation("bell.unread");
        }
        return notice.resolvedAt() == null ? "" : getTranslation("bell.resolved");
    }

    private String whom(Notice notice, NoticeServices desk) {
        return notice.ofRelease()
                .map(release -> getTranslation("bell.release", String.valueOf(release)))
                .or(() -> desk.subjects().of(notice.cause(), getLocale()).map(NoticeSubject.Words::sentence))
                .or(() -> notice.ofCharter().map(version -> getTranslation("bell.charter", String.valueOf(version))))
                .orElseGet(() -> {
                    if (notice.leadName() != null) {
                        return notice.leadName();
                    }
                    return notice.leadId() == null ? "" : getTranslation("bell.noLead");
                });
    }
}
