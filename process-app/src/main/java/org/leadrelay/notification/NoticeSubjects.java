package org.leadrelay.notification;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Lookup of what notices are about among the features that tell of something. */
@Service
public class NoticeSubjects {

    private final ObjectProvider<NoticeSubject> subjects;

    NoticeSubjects(ObjectProvider<NoticeSubject> subjects) {
        this.subjects = subjects;
    }

    /** Empty for news, and for what is told of a lead, a promise, the charter or a release. */
    public Optional<NoticeSubject.Words> of(@Nullable String cause, Locale locale) {
        return cause == null
                ? Optional.empty()
                : subjects.stream()
                        .flatMap(each -> each.words(new NoticeCause(cause), locale).stream())
                        .findFirst();
    }
}
