package org.leadrelay.nurture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that one mail carries.
 *
 * @param click null in a mail that invites nowhere
 * @param trap of the link that nobody sees, beside the other
 */
record CarriedTokens(
        MailToken unsubscribe,
        MailToken bounce,
        @Nullable MailToken click,
        @Nullable MailToken trap) {

    static CarriedTokens fresh(boolean invites) {
        return new CarriedTokens(
                MailToken.fresh(),
                MailToken.fresh(),
                invites ? MailToken.fresh() : null,
                invites ? MailToken.fresh() : null);
    }

    /** A token with what it opens. */
    record Opening(MailToken token, MailToken.Purpose purpose) {}

    List<Opening> all() {
        List<Opening> all = new ArrayList<>();
        all.add(new Opening(unsubscribe, MailToken.Purpose.UNSUBSCRIBE));
        all.add(new Opening(bounce, MailToken.Purpose.BOUNCE));
        if (click != null && trap != null) {
            all.add(new Opening(click, MailToken.Purpose.CLICK));
            all.add(new Opening(trap, MailToken.Purpose.TRAP));
        }
        return all;
    }
}
