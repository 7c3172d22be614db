package org.leadrelay.nurture;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A nurture mail, as one of its tokens knows it.
 *
 * @param token hash of that token
 * @param leadId null once the person was erased
 * @param address keyed hash of the address it went to
 * @param track the subject
 * @param target where the link leads, null where it is no link
 */
record SentMail(
        byte[] token,
        UUID mailId,
        @Nullable UUID leadId,
        byte[] address,
        String track,
        String template,
        @Nullable String target) {}
