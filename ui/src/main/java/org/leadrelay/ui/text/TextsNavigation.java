package org.leadrelay.ui.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.leadrelay.access.Actor;
import org.leadrelay.access.Permission;
import org.leadrelay.ui.layout.NavigationItem;
import org.springframework.stereotype.Component;

/** Navigation entry of the texts of nurture mails. */
@Component
public class TextsNavigation implements NavigationItem {

    static final String TEXTS = "texts";

    /** The address of one text, without a slash in front. */
    static String path(String track, String step, String language) {
        return TEXTS + "/" + track + "/" + step + "/" + language;
    }

    /** Goes to a text. */
    public static void open(String track, String step, String language) {
        UI.getCurrent().navigate(path(track, step, language));
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String labelKey() {
        return "texts.title";
    }

    @Override
    public String key() {
        return "m";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.ENVELOPE_O;
    }

    @Override
    public String path() {
        return TEXTS;
    }

    @Override
    public Class<?> view() {
        return TextsView.class;
    }

    /** Whoever may read the process may read the texts; who neither writes nor approves them needs no place for them. */
    @Override
    public boolean openTo(Actor person) {
        return person.mayAny(Permission.WRITE_TEXTS, Permission.APPROVE_TEXTS);
    }
}
