package org.leadrelay.ui.notice;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.router.QueryParameters;
import java.util.UUID;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.notification.Notice;
import org.leadrelay.notification.NoticeCause.TextReference;
import org.leadrelay.notification.NoticeSubjects;
import org.leadrelay.notification.NoticeTarget;
import org.leadrelay.notification.NoticeTasks;
import org.leadrelay.notification.NoticeWords;
import org.leadrelay.notification.Notices;
import org.leadrelay.ui.component.DueWords;
import org.leadrelay.ui.component.PageAccess;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.lead.LeadNavigation;
import org.leadrelay.ui.redesign.RedesignNavigation;
import org.leadrelay.ui.text.TextsNavigation;
import org.leadrelay.ui.worklist.InboxNavigation;

/** The services that the bell and the list of notices need, handed on as one. */
@org.springframework.stereotype.Component
record NoticeServices(
        Notices notices,
        NoticeTasks tasks,
        NoticeSubjects subjects,
        NoticeWords words,
        CurrentPerson person,
        DueWords due) {

    Times times() {
        return due.times();
    }

    /** Shows a component what changed, by push, while it is on a page. */
    void follow(Component shown, Runnable changed) {
        String login = person.get().login();
        shown.addAttachListener(attached -> {
            UI ui = attached.getUI();
            Runnable end = notices.listen(login, () -> push(ui, changed));
            shown.addDetachListener(detached -> {
                end.run();
                detached.unregisterListener();
            });
        });
    }

    private static void push(UI ui, Runnable changed) {
        try {
            PageAccess.run(ui, changed::run);
        } catch (UIDetachedException gone) {
            // the page is being left, and its listener with it
            return;
        }
    }

    /** Reads it, and goes to what it is about: the task if it is theirs to do, else its lead. */
    void open(Notice notice) {
        notices.read(notice.id());
        NoticeTarget.of(
                        notice.kind(),
                        notice.cause(),
                        notice.leadId(),
                        tasks.of(notice).stream().toList())
                .stream()
                .findFirst()
                .ifPresent(NoticeServices::go);
    }

    private static void go(NoticeTarget target) {
        switch (target.destination()) {
            case TASK -> InboxNavigation.open(target.id());
            case LEAD -> LeadNavigation.open(UUID.fromString(target.id()));
            case CHARTER -> UI.getCurrent().navigate("charter/" + target.id());
            case RELEASE -> RedesignNavigation.openApproval(Integer.parseInt(target.id()));
            case TEXT -> {
                TextReference text = target.text();
                if (text != null) {
                    TextsNavigation.open(text.track(), text.step(), text.language());
                }
            }
            case TABLES -> UI.getCurrent().navigate("process", QueryParameters.of("show", "tables"));
            case OUTBOX -> UI.getCurrent().navigate("admin/outbox");
            case PASSWORD -> UI.getCurrent().navigate("password");
        }
    }
}
