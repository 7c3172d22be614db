package org.leadrelay.ui.component;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of contact links: {@code mailto:} (RFC 6068) and {@code tel:} (RFC 3966). */
final class ContactLinks {

    /** A zero that is dialled within the country only: +49 (0) 30. */
    private static final Pattern TRUNK = Pattern.compile("^(\\s*\\+.*?)\\(0\\)");

    private static final Pattern EXTENSION =
            Pattern.compile("(?i)(?:ext\\.?|extension|x|durchwahl|dw)\\s*\\.?\\s*([0-9]{1,8})\\s*$");

    private ContactLinks() {}

    static String mail(String address) {
        return "mailto:"
                + URLEncoder.encode(address, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%40", "@");
    }

    /** What is dialled: digits, the plus in front of a country's code, and an extension. */
    static String phone(String number) {
        Matcher extension = EXTENSION.matcher(number);
        boolean extended = extension.find();
        String main = extended ? number.substring(0, extension.start()) : number;
        String dialled = TRUNK.matcher(main).replaceFirst("$1");
        boolean international = dialled.strip().startsWith("+");
        String digits = dialled.codePoints()
                .filter(Character::isDigit)
                .map(digit -> Character.digit(digit, 10))
                .collect(StringBuilder::new, (text, digit) -> text.append(digit), StringBuilder::append)
                .toString();
        return "tel:" + (international ? "+" : "") + digits + (extended ? ";ext=" + extension.group(1) : "");
    }
}
