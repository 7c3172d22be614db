package org.leadrelay.nurture;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadrelay.platform.Sha256;

/**
 * Bearer token in a mail: 128 random bits in base 32, which survives in a local part that somebody writes in capitals.
 * Only its hash is kept.
 */
record MailToken(String text) {

    /** What a token opens. */
    enum Purpose {
        UNSUBSCRIBE,
        CLICK,
        /** A link that nobody sees. */
        TRAP,
        BOUNCE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 128;
    private static final Pattern IN_ADDRESS = Pattern.compile("\\+([a-z2-7]{26})@", Pattern.CASE_INSENSITIVE);

    static MailToken fresh() {
        byte[] bits = new byte[BITS / 8];
        RANDOM.nextBytes(bits);
        StringBuilder text = new StringBuilder(26);
        int held = 0;
        int holds = 0;
        for (byte each : bits) {
            held = ((held << 8) | (each & 0xff)) & 0xfff;
            holds += 8;
            while (holds >= 5) {
                holds -= 5;
                text.append(ALPHABET.charAt((held >> holds) & 31));
            }
        }
        return new MailToken(
                text.append(ALPHABET.charAt((held << (5 - holds)) & 31)).toString());
    }

    /** The one in an envelope sender; empty when there is none. */
    static Optional<MailToken> inAddress(String header) {
        Matcher found = IN_ADDRESS.matcher(header);
        return found.find() ? Optional.of(new MailToken(found.group(1))) : Optional.empty();
    }

    /** The mailbox with this token in it: a mail that comes back to it can be of this one only (VERP). */
    String within(String mailbox) {
        int at = mailbox.lastIndexOf('@');
        return mailbox.substring(0, at) + "+" + text + mailbox.substring(at);
    }

    byte[] hash() {
        return Sha256.of(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
