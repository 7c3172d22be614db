package org.leadrelay.redesign;

import org.leadrelay.notification.NoticeCause;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notice of a release of the models that awaits approval, to everyone who may approve it. Resolved when it is approved,
 * rejected or withdrawn.
 */
@Component
class ReleaseNotices {

    private final Approvers approvers;
    private final Notices notices;

    ReleaseNotices(Approvers approvers, Notices notices) {
        this.approvers = approvers;
        this.notices = notices;
    }

    @EventListener
    void awaited(ApprovalAwaited release) {
        NoticeCause cause = NoticeCause.approval(release.number());
        if (release.awaited()) {
            notices.tellPeople(
                    approvers.of(release.number()), "approval:" + release.number(), NoticeKind.APPROVAL, cause);
        } else {
            notices.resolve(cause);
        }
    }
}
