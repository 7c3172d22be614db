package org.leadrelay.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPMessage;
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

    /** Its message id is the mail's own, so that a second sending is known as one. */
    MimeMessage close(JavaMailSender sender, UUID message, String address, Letter letter, LetterHeaders headers)
            throws MessagingException {
        KnownMessage known = new KnownMessage(sender.createMimeMessage(), "<" + message + "@lead-relay>");
        MimeMessageHelper mail = new MimeMessageHelper(
                known, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        mail.setFrom(from);
        mail.setTo(address);
        mail.setSubject(letter.subject().replaceAll("\\s+", " "));
        mail.setText(letter.text(), letter.html());
        if (headers.replyTo() != null) {
            mail.setReplyTo(headers.replyTo());
        }
        if (headers.returnPath() != null) {
            known.setEnvelopeFrom(headers.returnPath());
        }
        if (headers.unsubscribe() != null) {
            // Never folded, which setHeader does not: a folded one breaks DKIM signatures on the way.
            known.setHeader("List-Unsubscribe", "<" + headers.unsubscribe() + ">");
            known.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return known;
    }

    /** Keeps its own message id, where the library would make a new one with each sending. */
    private static final class KnownMessage extends SMTPMessage {
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
