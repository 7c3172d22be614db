package org.leadrelay.notification;

/**
 * Resolved channels on which one person gets a notice.
 *
 * @param shown whether the bell shows it
 * @param mail {@code OFF} too when the person has no address
 */
record ChannelChoice(String login, boolean shown, MailPreference mail, boolean outsideHours) {

    boolean any() {
        return shown || mailed();
    }

    boolean mailed() {
        return mail != MailPreference.OFF;
    }

    ChannelChoice ringing() {
        return new ChannelChoice(login, true, mail, outsideHours);
    }
}
