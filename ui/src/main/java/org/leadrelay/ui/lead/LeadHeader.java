package org.leadrelay.ui.lead;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.DealTakeBack;
import org.leadrelay.lead.Journey;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.Signal;
import org.leadrelay.ui.component.CompanyLeadList;
import org.leadrelay.ui.component.ContactButtons;
import org.leadrelay.ui.component.DueTime;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.worklist.TaskRow;

/** Header of a lead's page, with its actions; what ends something stands apart. */
class LeadHeader extends Div {

    private static final long serialVersionUID = 1L;

    private final LeadServices desk;
    private final DealTakeBack deals;
    private final LeadAudit audit;
    private final Runnable changed;

    /** Kept while the page reads anew: its answer says up to when it holds. */
    private @Nullable Div audited;

    private @Nullable UUID auditedLead;

    LeadHeader(LeadServices desk, DealTakeBack deals, LeadAudit audit, Runnable changed) {
        this.desk = desk;
        this.deals = deals;
        this.audit = audit;
        this.changed = changed;
        addClassName("lead-header");
    }

    void show(LeadCard card) {
        removeAll();
        Div who = new Div(new H1(card.name()));
        who.addClassName("lead-who");
        if (card.company() != null && !card.company().equals(card.name())) {
            who.add(new Span(card.company()));
        }
        Div about = new Div();
        about.addClassName("lead-about");
        about.add(mark(where(card), card.end() == null ? "lead-running" : "lead-ended"));
        rating(card.journey()).forEach(each -> about.add(new Span(each)));
        if (card.source() != null) {
            about.add(new Span(getTranslation("lead.from", card.source())));
        }
        if (card.owner() != null) {
            about.add(new Span(getTranslation("lead.owner", desk.name(card.owner()))));
        }
        if (!card.otherEmails().isEmpty()) {
            about.add(new Span(getTranslation("lead.alsoKnown", String.join(", ", card.otherEmails()))));
        }
        Div tasks = new Div();
        tasks.addClassName("lead-tasks");
        desk.worklist().ofLead(card.id()).forEach(task -> tasks.add(link(task)));
        Span why = new Span(card.why());
        why.addClassName("lead-why");
        Div text = new Div(who, about, why, new ContactButtons(card), tasks, new CompanyLeadList(card.sameCompany()));
        text.addClassName("lead-text");
        add(text, actions(card));
        if (!card.id().equals(auditedLead)) {
            audited = audit.line(card.id()).orElse(null);
            auditedLead = card.id();
        }
        if (audited != null) {
            add(audited);
        }
    }

    private String where(LeadCard card) {
        Journey journey = card.journey();
        if (journey.end() != null) {
            String end = getTranslation("lead.ended." + journey.end());
            return journey.endReason() == null ? end : getTranslation("lead.ended.because", end, journey.endReason());
        }
        String step = journey.stepName() == null ? journey.step() : journey.stepName();
        return step == null ? getTranslation("lead.moving") : getTranslation("lead.at", step);
    }

    private List<String> rating(Journey journey) {
        List<String> parts = new ArrayList<>();
        if (journey.fit() != null && journey.maturity() != null) {
            parts.add(getTranslation("lead.rated", journey.fit(), journey.maturity()));
        }
        if (journey.priority() != null) {
            parts.add(getTranslation("lead.urgency." + journey.priority()));
        }
        if (journey.lap() > 1) {
            parts.add(getTranslation("lead.lap", journey.lap()));
        }
        if (journey.number() > 1) {
            parts.add(getTranslation("lead.journey", journey.number()));
        }
        return parts;
    }

    private Div link(TaskRow task) {
        String holder = task.assigneeName() == null ? task.assignee() : task.assigneeName();
        DueTime due = new DueTime().asSentence();
        due.show(task, desk.due());
        Anchor anchor = new Anchor(
                "inbox/" + task.id() + "?scope=all",
                holder == null
                        ? getTranslation("lead.task.free", task.name())
                        : getTranslation("lead.task.taken", task.name(), holder));
        Div link = new Div(anchor, due);
        link.addClassName("lead-task");
        return link;
    }

    private Div actions(LeadCard card) {
        Div actions = new Div();
        actions.addClassName("lead-deeds");
        if (desk.mayWork()) {
            actions.add(signals(card));
        }
        deals.until(card)
                .ifPresent(until -> actions.add(
                        action("lead.takeBack", null, why -> deals.takeBack(card.id(), why), card, lastMoment(until))));
        if (card.end() != null && desk.mayReopen()) {
            actions.add(action("lead.reopen", null, why -> desk.life().reopen(card.id(), why), card));
        }
        if (card.end() == null && desk.mayWork()) {
            actions.add(action(
                    "lead.withdraw",
                    ButtonVariant.LUMO_ERROR,
                    why -> desk.life().withdraw(card.id(), why),
                    card));
        }
        return actions;
    }

    private MenuBar signals(LeadCard card) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_DROPDOWN_INDICATORS);
        SubMenu menu = bar.addItem(getTranslation("lead.signal")).getSubMenu();
        for (Signal.Kind kind : Signal.Kind.values()) {
            String text = getTranslation("signal." + kind.name().toLowerCase(Locale.ROOT));
            menu.addItem(text, click -> {
                desk.life().signal(card.id(), new Signal(kind, null, "person"));
                Toasts.done(getTranslation("lead.signal.done", text));
                changed.run();
            });
        }
        return bar;
    }

    /** The minute before, for midnight belongs to the day after. */
    private String lastMoment(Instant until) {
        return desk.times().near(until.minus(Duration.ofMinutes(1)), getLocale());
    }

    private Button action(
            String key, @Nullable ButtonVariant look, Consumer<String> action, LeadCard card, Object... more) {
        Button button = new Button(
                getTranslation(key),
                click -> new ReasonDialog(key, card.name(), getTranslation(key + ".why", more), look != null, why -> {
                            action.accept(why);
                            Toasts.done(getTranslation(key + ".done", card.name()));
                            changed.run();
                        })
                        .open());
        if (look != null) {
            button.addThemeVariants(look);
        }
        return button;
    }

    private static Span mark(String text, String look) {
        Span mark = new Span(text);
        mark.addClassNames("lead-mark", look);
        return mark;
    }
}
