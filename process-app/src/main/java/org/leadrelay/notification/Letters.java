package org.leadrelay.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Writes mails from the templates in {@code mail/letters*.properties}. */
@Component
class Letters {

    private static final Set<String> GERMAN = Set.of("DE", "AT", "CH", "LI");

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    private final String from;

    Letters(@Value("${leadrelay.mail.from:lead-relay@localhost}") String from) {
        this.from = from;
        texts.setBasename("mail.letters");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
    }

    /** The language to write in to somebody in a country (two letters). */
    static Locale locale(@Nullable String country) {
        return country != null && GERMAN.contains(country) ? Locale.GERMAN : Locale.ENGLISH;
    }

    /**
     * The letter; its message id follows from the key, so that a second sending is known as one.
     */
    MimeMessage write(JavaMailSender sender, String key, String template, Receiver receiver)
            throws MessagingException {
        MimeMessage message = new KnownMessage(sender.createMimeMessage(), id(key));
        MimeMessageHelper letter =
                new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
        letter.setFrom(from);
        if (receiver.address() != null) {
            letter.setTo(receiver.address());
        }
        letter.setSubject(text(template, "subject", receiver));
        letter.setText(text(template, "text", receiver));
        return message;
    }

    private String text(String template, String part, Receiver receiver) {
        Object[] names = {receiver.name()};
        String general = texts.getMessage("touch." + part, names, receiver.locale());
        return texts.getMessage(template + "." + part, names, general, receiver.locale());
    }

    private static String id(String key) {
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        return "<" + id + "@lead-relay>";
    }

    /** Keeps its own message id, where the library would make a new one with each sending. */
    private static final class KnownMessage extends MimeMessage {
        private final String id;

        KnownMessage(MimeMessage blank, String id) throws MessagingException {
            super(blank.getSession());
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
