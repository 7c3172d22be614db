package org.leadrelay.ui.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.leadrelay.access.PersonSessions;
import org.leadrelay.ui.component.KeyboardShortcuts;
import org.leadrelay.ui.component.KeysDialog;

/** Keyboard shortcuts of every page, and the same places and actions for the command palette. */
final class FrameKeys {

    private static final String PALETTE = "lr-palette";

    private final Component frame;
    private final List<NavigationItem> places;
    private final Actor person;
    private final PersonSessions sessions;

    FrameKeys(Component frame, List<NavigationItem> places, Actor person, PersonSessions sessions) {
        this.frame = frame;
        this.places = places;
        this.person = person;
        this.sessions = sessions;
    }

    KeyboardShortcuts shortcuts() {
        KeyboardShortcuts keys = new KeyboardShortcuts()
                .opens("Ctrl+K", frame.getTranslation("frame.keys.palette"), PALETTE)
                .opens("/", frame.getTranslation("frame.keys.palette"), PALETTE);
        places.stream()
                .filter(each -> !each.key().isEmpty())
                .forEach(each -> keys.on(
                        "g " + each.key(),
                        frame.getTranslation("frame.keys.place", frame.getTranslation(each.labelKey())),
                        () -> go(each)));
        return keys.on("?", frame.getTranslation("frame.keys.help"), this::help);
    }

    /** Places first, as the rail has them, then what can be done from everywhere. */
    List<PaletteAction> actions() {
        List<PaletteAction> actions = new ArrayList<>();
        for (NavigationItem each : places) {
            String key = each.key().isEmpty() ? null : "g " + each.key();
            actions.add(new PaletteAction(
                    PaletteAction.Group.PLACES, frame.getTranslation(each.labelKey()), key, () -> go(each)));
        }
        places.forEach(each -> each.deeds(person).forEach((label, path) -> actions.add(going(label, path))));
        Map<String, String> own = new LinkedHashMap<>();
        own.put("settings.title", "settings");
        own.put("frame.notices", "notices");
        own.put("frame.sessions", "sessions");
        if (person.may(Permission.REDESIGN)) {
            own.put("tokens.title", "tokens");
        }
        own.put("frame.password", "password");
        own.forEach((label, path) -> actions.add(going(label, path)));
        actions.add(action("frame.keys.help", "?", this::help));
        actions.add(action("frame.logout", null, sessions::logOut));
        return actions;
    }

    private PaletteAction going(String labelKey, String path) {
        return action(labelKey, null, () -> UI.getCurrent().navigate(path));
    }

    private PaletteAction action(String labelKey, @Nullable String key, Runnable action) {
        return new PaletteAction(PaletteAction.Group.ACTIONS, frame.getTranslation(labelKey), key, action);
    }

    private void go(NavigationItem place) {
        UI.getCurrent().navigate(place.pathFor(person));
    }

    private void help() {
        new KeysDialog(frame).open();
    }
}
