package org.leadrelay.ui.component;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.NumberFormat;
import java.util.Locale;
import org.leadrelay.audit.verification.VerificationRun;
import org.leadrelay.audit.verification.VerificationRun.State;

/** Text of what a verification says: only of what was looked at, and up to when. */
public final class VerdictWords {

    private VerdictWords() {}

    /** In the reader's language. */
    public static String of(VerificationRun run, Locale locale, Times times) {
        NumberFormat numbers = NumberFormat.getIntegerInstance(locale);
        String upTo = run.asOf() == null ? "" : times.exact(run.asOf(), locale);
        String key = run.state().code();
        if (run.state() == State.DONE) {
            key += run.findings() > 0 ? ".found" : run.lines() == 0 ? ".empty" : ".fits";
        }
        return I18NProvider.translate(
                locale,
                "verdict." + key,
                numbers.format(run.lines()),
                numbers.format(run.streams()),
                run.findings(),
                upTo);
    }

    /** Class name by which it looks good or bad; never colour alone. */
    public static String look(VerificationRun run) {
        if (run.findings() > 0) {
            return "verdict-found";
        }
        return run.fits() && run.lines() > 0 ? "verdict-fits" : "verdict-open";
    }
}
