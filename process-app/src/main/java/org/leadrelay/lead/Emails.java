package org.leadrelay.lead;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** E-mail addresses as identities: trimmed, in lower case, the domain in ASCII. */
final class Emails {

    private static final Pattern LOCAL = Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");

    /** Mailboxes of private persons, not of companies. */
    private static final Set<String> PRIVATE =
            Set.of(
                    "gmail.com",
                    "googlemail.com",
                    "yahoo.com",
                    "yahoo.de",
                    "yahoo.co.uk",
                    "hotmail.com",
                    "hotmail.de",
                    "outlook.com",
                    "outlook.de",
                    "live.com",
                    "msn.com",
                    "icloud.com",
                    "me.com",
                    "mac.com",
                    "aol.com",
                    "gmx.de",
                    "gmx.net",
                    "gmx.at",
                    "gmx.ch",
                    "web.de",
                    "t-online.de",
                    "freenet.de",
                    "mail.ru",
                    "yandex.ru",
                    "proton.me",
                    "protonmail.com",
                    "qq.com",
                    "163.com",
                    "126.com",
                    "orange.fr",
                    "free.fr",
                    "laposte.net",
                    "libero.it",
                    "wanadoo.fr",
                    "bluewin.ch",
                    "posteo.de",
                    "mailbox.org",
                    "rediffmail.com",
                    "zoho.com",
                    "fastmail.com");

    private Emails() {}

    static Optional<String> normalise(String text) {
        String address = text.startsWith("mailto:") ? text.substring(7) : text;
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String local = address.substring(0, at).toLowerCase(Locale.ROOT);
        if (!LOCAL.matcher(local).matches() || local.startsWith(".") || local.endsWith(".")) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(address.substring(at + 1).strip()).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(domain).matches()
                    ? Optional.of(local + "@" + domain)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean isBusiness(String email) {
        return !PRIVATE.contains(email.substring(email.lastIndexOf('@') + 1));
    }
}
