package org.leadrelay.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Message source of notices: the words of each kind ({@code kinds*.properties} beside this class) for the bell, the choice of channels
 * and mail, and those of mail to people ({@code mail/notices*.properties}).
 */
@Component
public class NoticeWords {

    private static final Wording KINDS = Wording.of(NoticeWords.class, "kinds");
    private static final Wording MAIL = Wording.named("mail.notices");

    private final CharterWords charter;
    private final NoticeSubjects subjects;

    NoticeWords(CharterWords charter, NoticeSubjects subjects) {
        this.charter = charter;
        this.subjects = subjects;
    }

    /** What a notice is about that is about no lead. */
    Optional<NoticeSubject.Words> subject(MailedNotice notice, Locale locale) {
        return subjects.of(notice.cause(), locale);
    }

    /** What a kind is called where one chooses how to hear of it. */
    public String name(Locale locale, NoticeKind kind) {
        return KINDS.text(locale, "name." + kind.code());
    }

    /** What happened, as the bell lists it. */
    public String line(Locale locale, Notice notice) {
        return kind(locale, "bell", notice.kind(), clause(locale, notice.clause()));
    }

    String text(Locale locale, String key, Object... arguments) {
        return MAIL.text(locale, key, arguments);
    }

    /** The words for a kind; one that this version does not know is told in general ones. */
    String kind(Locale locale, String part, String kind, Object... arguments) {
        return KINDS.find(locale, part + "." + kind, arguments)
                .orElseGet(() -> KINDS.text(locale, part + ".other", arguments));
    }

    /** What was promised, as the charter calls it. */
    String clause(Locale locale, @Nullable String clause) {
        return clause == null ? "" : charter.clause(clause, locale);
    }

    /** Day, time and zone. */
    String time(Locale locale, Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern(text(locale, "time"), locale).format(at.atZone(zone)) + " (" + zone + ")";
    }
}
