package org.leadrelay.nurture;

import java.time.Clock;
import org.leadrelay.mail.OutboxDrain;
import org.leadrelay.mail.OutboxTable;
import org.springframework.beans.factory.BeanFactory;

/** Sends what waits for marketing tools with settings of a test's own, as one node would. */
public final class ToolPost {

    private ToolPost() {}

    /** A node that knows that server as the tool {@code mailer}. */
    public static Runnable node(BeanFactory beans, ToolServer server) {
        ToolSender sender = sender(beans, server.settings());
        return sender::send;
    }

    static ToolSender sender(BeanFactory beans, ToolSettings settings) {
        return new ToolSender(
                beans.getBean(OutboxTable.class),
                beans.getBean(OutboxDrain.class),
                delivery(beans, settings),
                beans.getBean(Clock.class));
    }

    static ToolDelivery delivery(BeanFactory beans, ToolSettings settings) {
        return new ToolDelivery(
                settings,
                beans.getBean(TouchAddressees.class),
                beans.getBean(TouchWebhook.class),
                beans.getBean(WebhookClient.class),
                beans.getBean(ToolOutcomes.class),
                beans.getBean(Clock.class));
    }
}
