package org.leadrelay.lead;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Address, number and external id by which somebody is reached, as identifiers of a remembered
 * objection. The one place that decides how these are spelled for its hash.
 *
 * @param phone in the international form where it has one
 * @param origin the origin whose id {@code external} is
 */
record ContactPoint(
        @Nullable String email,
        @Nullable String phone,
        String origin,
        @Nullable String external) {

    static ContactPoint email(String address) {
        return new ContactPoint(address, null, "", null);
    }

    static ContactPoint external(String origin, String id) {
        return new ContactPoint(null, null, origin, id);
    }

    Set<String> identifiers(Channel channel) {
        Set<String> identifiers = new TreeSet<>();
        if (email != null && channel != Channel.CALL) {
            // Also as an earlier release spelled it, for what that one remembered.
            Emails.spellings(email).forEach(each -> identifiers.add("email:" + each));
        }
        if (phone != null && channel != Channel.MAIL) {
            identifiers.add("phone:" + phone);
            if (!phone.startsWith("+")) {
                identifiers.add("phone:" + phone.replaceAll("\\D", ""));
            }
        }
        if (external != null) {
            identifiers.add("external:" + origin + "\u001f" + external);
        }
        return identifiers;
    }
}
