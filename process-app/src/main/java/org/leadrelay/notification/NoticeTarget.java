package org.leadrelay.notification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.notification.NoticeCause.TextReference;

/**
 * Navigation target of a notice, for its link in mail and its click in the bell.
 *
 * @param id of the task, lead, version or release; empty for a page of which there is one
 * @param text the text of a nurture mail, null for all other pages
 */
public record NoticeTarget(
        Destination destination, String id, @Nullable TextReference text) {

    /** Pages to which notices lead. */
    public enum Destination {
        TASK,
        LEAD,
        CHARTER,
        RELEASE,
        TEXT,
        TABLES,
        OUTBOX,
        PASSWORD
    }

    /**
     * Where a notice leads, the nearest first; empty for news that stands nowhere else.
     *
     * @param tasks those that it is about and that are its reader's to do
     */
    public static List<NoticeTarget> of(
            String kind, @Nullable String cause, @Nullable UUID lead, Collection<String> tasks) {
        List<NoticeTarget> found = new ArrayList<>();
        if (lead != null) {
            tasks.forEach(task -> found.add(new NoticeTarget(Destination.TASK, task, null)));
            found.add(new NoticeTarget(Destination.LEAD, lead.toString(), null));
        }
        if (cause != null) {
            NoticeCause about = new NoticeCause(cause);
            about.charterVersion().ifPresent(version -> found.add(numbered(Destination.CHARTER, version)));
            about.release().ifPresent(release -> found.add(numbered(Destination.RELEASE, release)));
            about.text().ifPresent(text -> found.add(new NoticeTarget(Destination.TEXT, "", text)));
            about.drift().ifPresent(drift -> found.add(new NoticeTarget(Destination.TABLES, "", null)));
        }
        if (kind.equals(NoticeKind.GUESSING.code())) {
            found.add(new NoticeTarget(Destination.PASSWORD, "", null));
        }
        if (kind.equals(NoticeKind.TOOL_FAILED.code()) && lead == null) {
            found.add(new NoticeTarget(Destination.OUTBOX, "", null));
        }
        return List.copyOf(found);
    }

    private static NoticeTarget numbered(Destination destination, int number) {
        return new NoticeTarget(destination, String.valueOf(number), null);
    }
}
