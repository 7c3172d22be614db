package org.leadrelay.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.concurrent.Future;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Server push in the reader's language: work on a page from another thread. Services word their answers in the language
 * of the thread that asks; here that is the page's, and afterwards the thread's own again, which may be a request's.
 */
public final class PageAccess {

    private PageAccess() {}

    /**
     * Does the work with the page's session locked, soon.
     *
     * @throws com.vaadin.flow.component.UIDetachedException when the page has been left
     */
    public static void run(UI ui, Command work) {
        Future<Void> unused = ui.access(() -> inLanguageOf(ui, work));
    }

    private static void inLanguageOf(UI ui, Command work) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(ui.getLocale());
        try {
            work.execute();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
