package org.leadrelay.lead;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;
import java.net.IDN;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.leadrelay.platform.TextNormalizer;
import org.leadrelay.platform.Wording;

/**
 * E-mail addresses as identities: in the form of {@link TextNormalizer#address}, the domain in
 * ASCII.
 */
final class Emails {

    private static final Pattern LOCAL = Pattern.compile("[^\\s@\"(),:;<>\\[\\]\\\\]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");

    /** Mailboxes of private persons, not of companies. */
    private static final Set<String> PRIVATE = Set.of(
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

    private static final IDNA DOMAINS =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    private static final Wording WORDING = Wording.of(Emails.class);

    private Emails() {}

    /** The address as it is kept and compared; empty when it is none. */
    static Optional<String> normalise(String text) {
        String given = TextNormalizer.address(text);
        String address = given.startsWith("mailto:") ? given.substring(7) : given;
        int at = address.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String local = address.substring(0, at);
        if (!LOCAL.matcher(local).matches() || local.startsWith(".") || local.endsWith(".")) {
            return Optional.empty();
        }
        return ascii(address.substring(at + 1).strip())
                .filter(domain -> DOMAIN.matcher(domain).matches())
                .map(domain -> local + "@" + domain);
    }

    /** Says that it is none, and names the characters in it that nobody sees. */
    static String refusal(String raw) {
        String shown = TextRules.shortened(TextNormalizer.clean(raw));
        String odd = TextNormalizer.oddities(raw);
        return odd.isEmpty() ? WORDING.text("email", shown) : WORDING.text("oddEmail", shown, odd);
    }

    private static Optional<String> ascii(String domain) {
        if (domain.chars().allMatch(each -> each < 128)) {
            return Optional.of(domain);
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = new StringBuilder();
        DOMAINS.nameToASCII(domain, ascii, info);
        return info.hasErrors() ? Optional.empty() : Optional.of(ascii.toString());
    }

    /**
     * The spellings under which earlier versions may have remembered this address, itself among
     * them: with a decomposed local part, and with the domain by the rules of 2003, which knew no
     * ß.
     */
    static Set<String> spellings(String email) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(email);
        int at = email.lastIndexOf('@');
        if (at > 0) {
            String local = email.substring(0, at);
            String domain = email.substring(at + 1);
            spellings.add(Normalizer2.getNFDInstance().normalize(local) + "@" + domain);
            try {
                StringBuilder shown = new StringBuilder();
                DOMAINS.nameToUnicode(domain, shown, new IDNA.Info());
                String before = IDN.toASCII(shown.toString()).toLowerCase(Locale.ROOT);
                spellings.add(local + "@" + before);
            } catch (IllegalArgumentException e) {
                // Such a domain was refused then.
            }
        }
        return spellings;
    }

    static boolean isBusiness(String email) {
        return !PRIVATE.contains(email.substring(email.lastIndexOf('@') + 1));
    }
}
