package org.leadrelay.ui.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import java.util.Optional;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.LanguagePreference;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.platform.Language;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Initialization of every session and page: language, own password, error handler, and what is said when the
 * session or the connection is lost.
 */
@Component
class SessionSetup implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private static final String LANGUAGE_SET = "lead-relay.language-set";

    private final transient CurrentPerson currentPerson;
    private final transient People people;
    private final transient PersonSettings settings;
    private final transient LanguagePreference own;
    private final Translations translations;
    private final Failures failures;
    private final transient PageReadings readings;

    SessionSetup(
            CurrentPerson currentPerson,
            People people,
            PersonSettings settings,
            LanguagePreference own,
            Translations translations,
            Failures failures,
            PageReadings readings) {
        this.currentPerson = currentPerson;
        this.people = people;
        this.settings = settings;
        this.own = own;
        this.translations = translations;
        this.failures = failures;
        this.readings = readings;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> systemMessages(info.getLocale()));
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(failures));
        event.getSource().addUIInitListener(init -> opened(init.getUI()));
        event.addRequestHandler((session, request, response) -> {
            speak(session);
            return false;
        });
    }

    /** Services word their answers in the language of the page. */
    private static void speak(VaadinSession session) {
        session.lock();
        try {
            LocaleContextHolder.setLocale(session.getLocale());
        } finally {
            session.unlock();
        }
    }

    private void opened(UI ui) {
        person().ifPresent(each -> {
            if (ui.getSession().getAttribute(LANGUAGE_SET) == null) {
                ui.getSession().setAttribute(LANGUAGE_SET, true);
                SessionRegion.keep(ui.getSession(), settings.of(each.login()).region(), VaadinRequest.getCurrent());
                Locale spoken =
                        each.locale() == null ? ui.getSession().getLocale() : Locale.forLanguageTag(each.locale());
                ui.getSession().setLocale(SessionRegion.locale(ui.getSession(), spoken));
                own.seen(Language.of(spoken));
            }
            ui.setLocale(ui.getSession().getLocale());
        });
        ui.getReconnectDialogConfiguration().setDialogText(translations.getTranslation("offline", ui.getLocale()));
        ui.getReconnectDialogConfiguration()
                .setDialogTextGaveUp(translations.getTranslation("offline.gave-up", ui.getLocale()));
        ui.addBeforeEnterListener(this::passwordFirst);
        ui.addAfterNavigationListener(event -> readings.opened(ui, event.getLocation()));
    }

    private void passwordFirst(BeforeEnterEvent event) {
        Actor actor = currentPerson.get();
        boolean mustChange = !actor.system() && people.mustChangePassword(actor.login());
        if (mustChange && event.getNavigationTarget() != PasswordView.class) {
            event.forwardTo(PasswordView.class);
        }
    }

    private Optional<Person> person() {
        Actor actor = currentPerson.get();
        return actor.system() ? Optional.empty() : people.find(actor.login());
    }

    private SystemMessages systemMessages(Locale locale) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(translations.getTranslation("session.lost", locale));
        messages.setSessionExpiredMessage(translations.getTranslation("session.lost.what", locale));
        messages.setInternalErrorCaption(translations.getTranslation("failure.title", locale));
        messages.setInternalErrorMessage(translations.getTranslation("failure.reload", locale));
        return messages;
    }
}
