package org.leadrelay.nurture.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * View of a text in one language: what the next mail says, and what is being written.
 *
 * @param path of its file
 * @param edition counts the changes; whoever changes it says which one they saw
 * @param inForce null where nobody has written it, and the general text is sent
 * @param draft null while nobody writes
 * @param mayWrite whether the person who asks may change it
 * @param mayApprove whether the person who asks may approve or return the draft now
 * @param approvers logins of those who may; empty where nobody may
 */
public record NurtureText(
        String track,
        String step,
        String language,
        String path,
        int edition,
        @Nullable TextVersion inForce,
        @Nullable TextVersion draft,
        boolean mayWrite,
        boolean mayApprove,
        List<String> approvers) {

    public NurtureText {
        approvers = List.copyOf(approvers);
    }
}
