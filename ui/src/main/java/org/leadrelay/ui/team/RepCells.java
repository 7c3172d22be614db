package org.leadrelay.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.progressbar.ProgressBarVariant;
import com.vaadin.flow.function.SerializableConsumer;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.Absence;
import org.leadrelay.assignment.RepChoice;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.promises.PromisesNavigation;

/** Cell renderers of a rep's row. */
final class RepCells implements Serializable {

    private final Component around;
    private final RepWords words;
    private final TeamActions actions;
    private final SerializableConsumer<@Nullable RepChoice> choose;
    private Map<String, String> names = Map.of();
    private @Nullable String chosen;
    private RepPressure pressure = RepPressure.NONE;

    RepCells(Component around, RepWords words, TeamActions actions, SerializableConsumer<@Nullable RepChoice> choose) {
        this.around = around;
        this.words = words;
        this.actions = actions;
        this.choose = choose;
    }

    /**
     * @param leadsOf login of the rep whose leads are shown beside the list
     */
    void show(List<RepChoice> all, RepPressure pressing, @Nullable String leadsOf) {
        pressure = pressing;
        names = all.stream().collect(Collectors.toMap(RepChoice::login, RepChoice::name));
        chosen = leadsOf;
    }

    Component name(RepChoice rep) {
        Div cell = new Div(new Span(rep.name()), second(String.join(", ", rep.teams())));
        cell.add(second(words.hours(rep, locale())));
        cell.addClassName("two-lines");
        return cell;
    }

    private static Span second(String text) {
        Span below = new Span(text);
        below.addClassName("second-line");
        below.setVisible(!text.isEmpty());
        return below;
    }

    /** On a phone, everything of a rep below their name. */
    Component card(RepChoice rep) {
        Div card = new Div(name(rep), load(rep), pressing(rep));
        card.add(second(words.skills(rep.skills(), locale())), presence(rep));
        card.addClassName("rep-card");
        return card;
    }

    static double share(RepChoice rep) {
        return rep.capacity() == 0 ? 1 : (double) rep.openLeads() / rep.capacity();
    }

    Component load(RepChoice rep) {
        String figures = text("team.load.of", rep.openLeads(), rep.capacity());
        boolean full = rep.full();
        Button open = new Button(
                full ? figures + " · " + text("team.full") : figures,
                click -> choose.accept(rep.login().equals(chosen) ? null : rep));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        open.addClassName("figures");
        open.setAriaLabel(text("team.leads.open", open.getText(), rep.name()));
        open.getElement()
                .setAttribute("aria-expanded", String.valueOf(rep.login().equals(chosen)));
        ProgressBar bar = new ProgressBar(0, 1, Math.min(1, share(rep)));
        bar.getElement().setAttribute("aria-hidden", "true");
        if (full) {
            bar.addThemeVariants(ProgressBarVariant.LUMO_ERROR);
        }
        Div cell = new Div(open, bar);
        words.period(rep, locale()).ifPresent(period -> {
            Span line = second(period);
            line.addClassName("figures");
            line.setTitle(text("team.period.ends", words.times().text(rep.periodEnds(), locale())));
            cell.add(line);
        });
        cell.addClassName("load");
        return cell;
    }

    /** What is late, each with a link to these tasks. */
    Component pressing(RepChoice rep) {
        Div cell = new Div();
        cell.addClassNames("pressing", "figures");
        long overdue = pressure.overdue(rep.login());
        long soon = pressure.soon(rep.login());
        long late = pressure.late(rep.login());
        if (overdue > 0) {
            cell.add(link(TeamView.overdue(rep.login()), text("team.pressing.overdue", overdue), rep, "overdue"));
        }
        if (soon > 0) {
            cell.add(link(TeamView.tasks(rep.login()), text("team.pressing.soon", soon), rep, "soon"));
        }
        if (late > 0) {
            cell.add(link(PromisesNavigation.late(rep.login()), text("team.pressing.late", late), rep, "late"));
        }
        if (overdue + soon + late == 0) {
            Span none = new Span(text("team.pressing.none"));
            none.addClassName("secondary");
            cell.add(none);
        }
        return cell;
    }

    private static Anchor link(String address, String words, RepChoice rep, String look) {
        PageLink link = new PageLink(address, words);
        link.getElement().setAttribute("aria-label", rep.name() + ": " + words);
        link.addClassName("pressing-" + look);
        return link;
    }

    Component presence(RepChoice rep) {
        Div cell = new Div();
        cell.addClassName("presence");
        Span badge = new Span(text(rep.absent() ? "team.presence.absent" : "team.presence.present"));
        badge.getElement().getThemeList().add(rep.absent() ? "badge contrast" : "badge success");
        cell.add(badge);
        rep.absences().forEach(each -> cell.add(absence(rep, each)));
        return cell;
    }

    private Component absence(RepChoice rep, Absence absence) {
        Button drop = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> actions.cancel(rep, absence));
        drop.setAriaLabel(text("team.absence.cancel"));
        drop.setTooltipText(text("team.absence.cancel"));
        drop.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON);
        Div line = new Div(new Span(words.absence(absence, names, locale())), drop);
        line.addClassName("absence");
        return absence.moved().isEmpty() ? line : new Div(line, second(words.moved(absence.moved(), names, locale())));
    }

    Component actions(RepChoice rep) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_ICON);
        MenuItem more = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        more.setAriaLabel(text("team.actions", rep.name()));
        SubMenu menu = more.getSubMenu();
        menu.addItem(text("team.leads.give"), click -> choose.accept(rep));
        menu.addItem(text("team.limits.change"), click -> actions.limits(rep));
        menu.addItem(text("team.skills.change"), click -> actions.skills(rep));
        menu.addItem(text("team.away"), click -> actions.away(rep));
        menu.addItem(text("team.absences"), click -> actions.absences(rep));
        if (rep.absent()) {
            menu.addItem(text("team.back"), click -> actions.back(rep));
        }
        return bar;
    }

    private String text(String key, Object... arguments) {
        return around.getTranslation(key, arguments);
    }

    private Locale locale() {
        return UI.getCurrent().getLocale();
    }
}
