package org.leadrelay.notification;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Mandates;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.SignaturesAwaited;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notice of a charter that awaits a signature: to the head of each side, or to the deputies where the head may not sign
 * it. Resolved when the side has signed, and when there is nothing to sign any more.
 */
@Component
class CharterNotices {

    private final Mandates mandates;
    private final CharterVersions versions;
    private final Notices notices;

    CharterNotices(Mandates mandates, CharterVersions versions, Notices notices) {
        this.mandates = mandates;
        this.versions = versions;
        this.notices = notices;
    }

    @EventListener
    void awaited(SignaturesAwaited version) {
        for (Mandate mandate : Mandate.values()) {
            NoticeCause cause = NoticeCause.signature(version.version(), mandate);
            if (version.of().contains(mandate)) {
                notices.tell(
                        signers(mandate, version.version()),
                        NoticeContent.about(
                                cause,
                                NoticeKind.SIGNATURE,
                                "signature:%d:%d:%s".formatted(version.version(), version.edition(), mandate.code())));
            } else {
                notices.resolve(cause);
            }
        }
    }

    private Collection<String> signers(Mandate mandate, int version) {
        Set<String> authors = versions.version(version).authors();
        return mandates.holder(mandate)
                .filter(head -> !authors.contains(head))
                .<Collection<String>>map(List::of)
                .orElseGet(() -> mandates.of(mandate).deputies().stream()
                        .filter(each -> !authors.contains(each))
                        .toList());
    }
}
