package org.leadrelay.mail;

import java.time.Clock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends what waits in the outbox to a real mail server. */
public final class MailPost {

    private MailPost() {}

    public static int send(BeanFactory beans, MailServer server) {
        return new OutboxSender(
                        beans.getBean(OutboxTable.class),
                        beans.getBean(OutboxResults.class),
                        beans.getBean(OutboxDrain.class),
                        beans.getBean(LetterWriter.class),
                        beans.getBean(MailComposer.class),
                        MailServer.senderTo(server.port()).getBeanProvider(JavaMailSender.class),
                        beans.getBean(MailSettings.class),
                        beans.getBean(Clock.class))
                .sweep();
    }
}
