package org.leadrelay.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A real mail server that keeps what it gets, and the product's side of it. */
public final class MailServer implements AutoCloseable {

    private final GreenMail server;

    private MailServer(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        server.start();
    }

    public static MailServer started() {
        return new MailServer(0);
    }

    public static MailServer startedOn(int port) {
        return new MailServer(port);
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    public List<MimeMessage> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    public List<MimeMessage> mailsTo(String address) {
        return mails().stream().filter(mail -> receiver(mail).equals(address)).toList();
    }

    /** A bean factory that knows a sender to that port. */
    public static StaticListableBeanFactory senderTo(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("mailSender", sender);
        return beans;
    }

    /** The part of that type, such as {@code text/html}, wherever it lies in the mail. */
    public static String part(Part mail, String type) throws MessagingException, IOException {
        if (mail.isMimeType(type)) {
            return mail.getContent().toString();
        }
        if (mail.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                String found = part(each, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static String receiver(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Whatever a test sent through it, no field of a text stands in it unfilled. */
    @Override
    public void close() {
        List<MimeMessage> sent = mails();
        server.stop();
        for (MimeMessage each : sent) {
            try {
                String whole = each.getSubject() + part(each, "text/plain") + part(each, "text/html");
                if (whole.contains("{{")) {
                    throw new AssertionError("a mail has a field that nobody filled in: " + whole);
                }
            } catch (MessagingException | IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
