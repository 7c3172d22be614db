package org.leadrelay.ui.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Language;

/**
 * Region of a session, which says how dates and numbers are written: what the person chose, else the first region
 * that the browser asks for, in whatever language. Texts come from the bundle of the language alone.
 */
final class SessionRegion {

    private static final String REGION = "lead-relay.region";

    private SessionRegion() {}

    /**
     * Keeps the region for the session.
     *
     * @param chosen the person's choice, null while there is none
     */
    static void keep(VaadinSession session, @Nullable String chosen, @Nullable VaadinRequest request) {
        String region = chosen;
        if (region == null && request != null) {
            region = of(Collections.list(request.getLocales()));
        }
        session.setAttribute(REGION, region);
    }

    /** The language as it is written in the session's region. */
    static Locale locale(VaadinSession session, @Nullable Locale language) {
        Object region = session.getAttribute(REGION);
        Language spoken = Language.of(language);
        return region == null ? Language.withRegion(spoken.locale()) : spoken.in(region.toString());
    }

    /** From now on, dates are written as this region writes them. */
    static void change(UI ui, @Nullable String chosen) {
        VaadinSession session = ui.getSession();
        keep(session, chosen, VaadinRequest.getCurrent());
        session.setLocale(locale(session, session.getLocale()));
        ui.setLocale(session.getLocale());
    }

    /** The first that a browser names, null when it names languages only. */
    static @Nullable String of(List<Locale> asked) {
        return asked.stream()
                .map(Locale::getCountry)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
