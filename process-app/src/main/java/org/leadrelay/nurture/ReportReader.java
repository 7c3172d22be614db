package org.leadrelay.nurture;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parser of delivery status notifications (RFC 3464) and abuse reports (RFC 5965). It believes nothing of them but
 * the token of the mail's envelope sender, which only that mail's receiver and the servers on its way know.
 */
final class ReportReader {

    private static final int DEEPEST = 4;
    private static final int MOST_PARTS = 20;
    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern STATUS = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})\\b.*", Pattern.DOTALL);
    private static final List<String> TO =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc");

    private ReportReader() {}

    /** A report and the tokens that it may be about. */
    record TokenReport(List<MailToken> tokens, MailReport report) {}

    /** Empty when the mail is no report, or says nothing of a failure. */
    static Optional<TokenReport> read(Message mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report")) {
            return Optional.empty();
        }
        List<Part> parts = new ArrayList<>();
        collect(mail, 0, parts);
        List<MailToken> tokens = new ArrayList<>(tokens(mail, TO));
        for (Part part : parts) {
            if (part.isMimeType("message/feedback-report")) {
                for (InternetHeaders each : groups(part)) {
                    tokens.addAll(tokens(each.getHeader("Original-Mail-From")));
                }
                for (Part original : parts) {
                    if (original.isMimeType("message/rfc822") || original.isMimeType("text/rfc822-headers")) {
                        for (InternetHeaders each : groups(original)) {
                            tokens.addAll(tokens(each.getHeader("Return-Path")));
                        }
                    }
                }
                return Optional.of(new TokenReport(tokens, new MailReport(MailReport.Kind.COMPLAINT, "")));
            }
        }
        for (Part part : parts) {
            if (part.isMimeType("message/delivery-status")) {
                return worst(groups(part)).map(report -> new TokenReport(tokens, report));
            }
        }
        return Optional.empty();
    }

    /** A mail of ours has one receiver; of several the failure for good counts. */
    private static Optional<MailReport> worst(List<InternetHeaders> recipients) {
        List<MailReport> reports =
                recipients.stream().flatMap(each -> report(each).stream()).toList();
        return reports.stream()
                .filter(MailReport::forGood)
                .findFirst()
                .or(() -> reports.stream()
                        .filter(each -> each.kind() == MailReport.Kind.BOUNCE)
                        .findFirst())
                .or(() -> reports.stream().findFirst());
    }

    private static Optional<MailReport> report(InternetHeaders recipient) {
        String status = status(first(recipient, "Status"));
        String action = String.valueOf(first(recipient, "Action")).strip().toLowerCase(Locale.ROOT);
        if (status == null || status.startsWith("2")) {
            return Optional.empty();
        }
        return switch (action) {
            case "failed" -> Optional.of(new MailReport(MailReport.Kind.BOUNCE, status));
            case "delayed" -> Optional.of(new MailReport(MailReport.Kind.DELAYED, status));
            default -> Optional.empty();
        };
    }

    /** The status code of RFC 3463 that a text begins with; null when it begins with none. */
    static @Nullable String status(@Nullable String text) {
        Matcher matcher = STATUS.matcher(text == null ? "" : text.strip());
        return matcher.matches() ? matcher.group(1) : null;
    }

    private static @Nullable String first(InternetHeaders headers, String name) {
        return headers.getHeader(name, null);
    }

    /** The parts of a report, not those of a mail that it brings along. */
    private static void collect(Part part, int depth, List<Part> parts) throws MessagingException, IOException {
        if (depth > DEEPEST || parts.size() >= MOST_PARTS) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (int i = 0; i < Math.min(several.getCount(), MOST_PARTS); i++) {
                BodyPart each = several.getBodyPart(i);
                collect(each, depth + 1, parts);
            }
        } else {
            parts.add(part);
        }
    }

    /** Groups of fields with an empty line between them. */
    private static List<InternetHeaders> groups(Part part) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream stream = part.getInputStream()) {
            bytes = stream.readNBytes(MOST_BYTES);
        }
        List<InternetHeaders> groups = new ArrayList<>();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String each : text.split("\\r?\\n\\s*\\r?\\n", MOST_PARTS)) {
            groups.add(new InternetHeaders(
                    new ByteArrayInputStream((each + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1))));
        }
        return groups;
    }

    private static List<MailToken> tokens(Message mail, List<String> headers) throws MessagingException {
        List<MailToken> tokens = new ArrayList<>();
        for (String header : headers) {
            tokens.addAll(tokens(mail.getHeader(header)));
        }
        return tokens;
    }

    private static List<MailToken> tokens(String @Nullable [] values) {
        return values == null
                ? List.of()
                : Stream.of(values)
                        .flatMap(each -> MailToken.inAddress(each).stream())
                        .toList();
    }
}
