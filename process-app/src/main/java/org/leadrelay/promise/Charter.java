package org.leadrelay.promise;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** The signed agreement: what is promised, in which hours, and the lists both sides agreed on. */
@Service
public class Charter {

    private final CharterTables tables;
    private final Clock clock;
    private volatile @Nullable Terms current;

    Charter(CharterTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** The version in force. A version never changes once it is in force, so it is read once. */
    public Terms current() {
        var terms = current;
        if (terms == null) {
            terms = tables.inForce(clock.instant());
            current = terms;
        }
        return terms;
    }

    /** The working time everything promised is counted in. */
    public BusinessCalendar calendar() {
        return current().calendar();
    }

    /** An agreed list by name ({@code rejectionReasons}) in the language of the current request. */
    public List<Option> options(String list) {
        return options(list, LocaleContextHolder.getLocale());
    }

    /** An agreed list by name; empty when no such list was agreed. */
    public List<Option> options(String list, Locale locale) {
        return current().options(list, locale);
    }
}
