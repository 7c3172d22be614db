package org.leadrelay.ui.layout;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.List;
import org.leadrelay.access.Actor;
import org.leadrelay.access.LanguagePreference;
import org.leadrelay.access.Permission;
import org.leadrelay.access.PersonSessions;
import org.leadrelay.platform.Language;

/** Menu of the person: language, settings, sessions, tokens, logout. */
class PersonMenu extends MenuBar {

    private static final long serialVersionUID = 1L;

    PersonMenu(Actor person, List<String> roleLabels, PersonSessions sessions, LanguagePreference own) {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_SMALL);
        addClassName("lr-person");

        Avatar avatar = new Avatar(person.displayName());
        avatar.addClassName("lr-avatar");
        MenuItem top = addItem(avatar);
        top.setAriaLabel(getTranslation("frame.person", person.displayName()));
        SubMenu menu = top.getSubMenu();

        Span name = new Span(person.displayName());
        name.addClassName("lr-name");
        Span roles = new Span(String.join(", ", roleLabels));
        roles.addClassName("lr-quiet");
        Div who = new Div(name, roles);
        who.addClassName("lr-who");
        menu.addItem(who).setEnabled(false);
        menu.addSeparator();

        for (Language each : Language.values()) {
            language(menu, each, own);
        }
        menu.addSeparator();
        menu.addItem(getTranslation("frame.notices"), event -> getUI().ifPresent(ui -> ui.navigate("notices")));
        menu.addItem(
                getTranslation("settings.title"), event -> getUI().ifPresent(ui -> ui.navigate(SettingsView.class)));
        menu.addItem(
                getTranslation("frame.sessions"), event -> getUI().ifPresent(ui -> ui.navigate(SessionsView.class)));
        if (person.may(Permission.REDESIGN)) {
            menu.addItem(
                    getTranslation("tokens.title"), event -> getUI().ifPresent(ui -> ui.navigate(TokensView.class)));
        }
        menu.addItem(
                getTranslation("frame.password"), event -> getUI().ifPresent(ui -> ui.navigate(PasswordView.class)));
        menu.addItem(getTranslation("frame.logout"), event -> sessions.logOut());
    }

    /** The person's own choice, kept; settings offer to give it up for the browser's. */
    private void language(SubMenu menu, Language language, LanguagePreference own) {
        MenuItem item = menu.addItem(
                language.ownName(),
                event -> getUI().ifPresent(ui -> {
                    own.choose(language);
                    ui.getSession().setLocale(SessionRegion.locale(ui.getSession(), language.locale()));
                    ui.getPage().reload();
                }));
        item.setCheckable(true);
        item.setChecked(Language.of(getLocale()) == language);
    }
}
