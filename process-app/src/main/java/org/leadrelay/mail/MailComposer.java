package org.leadrelay.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** MIME composer of a mail with a plain and an HTML part. */
@Component
class MailComposer {

    private final String from;

    MailComposer(MailSettings settings) {
        this.from = settings.from();
    }

    /** Its message id follows from the key, so that a second sending is known as one. */
    MimeMessage close(JavaMailSender sender, String key, String address, Letter letter) throws MessagingException {
        MimeMessage message = new KnownMessage(sender.createMimeMessage(), id(key));
        MimeMessageHelper mail = new MimeMessageHelper(
                message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        mail.setFrom(from);
        mail.setTo(address);
        mail.setSubject(letter.subject().replaceAll("\\s+", " "));
        mail.setText(letter.text(), letter.html());
        return message;
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
