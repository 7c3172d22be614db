package org.leadrelay.notification;

/**
 * On which channels one person hears of something.
 *
 * @param shown whether the bell shows it
 * @param mail {@code OFF} too when the person has no address
 */
record Way(String login, boolean shown, Mailing mail, boolean outsideHours) {

    boolean any() {
        return shown || mailed();
    }

    boolean mailed() {
        return mail != Mailing.OFF;
    }

    Way ringing() {
        return new Way(login, true, mail, outsideHours);
    }
}
