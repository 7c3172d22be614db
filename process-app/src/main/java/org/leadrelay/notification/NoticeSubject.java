package org.leadrelay.notification;

import java.util.Locale;
import java.util.Optional;

/** Port to what a notice is about, in words, where that is no lead and nothing that somebody signs or approves. */
public interface NoticeSubject {

    /**
     * What a notice is about.
     *
     * @param name what it is called: in the subject of a mail, and in the bell
     * @param sentence all there is to say of it
     */
    record Words(String name, String sentence) {}

    /** Empty for a cause that it does not know. */
    Optional<Words> words(NoticeCause cause, Locale locale);
}
