package org.leadrelay.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Channel preferences of one person.
 *
 * @param address where mail goes; null when an administrator has noted none
 * @param outsideHours whether mail may leave outside the person's opening hours
 */
public record NoticeChoices(@Nullable String address, boolean outsideHours, List<NoticeChoice> kinds) {

    public NoticeChoices {
        kinds = List.copyOf(kinds);
    }

    /** The channels of one kind; the bell rings at any time. */
    public record NoticeChoice(NoticeKind kind, boolean bell, MailPreference mail) {}
}
