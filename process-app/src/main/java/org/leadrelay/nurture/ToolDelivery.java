package org.leadrelay.nurture;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.leadrelay.mail.OutboxDrain.Result;
import org.leadrelay.mail.OutboxTable.Mail;
import org.springframework.stereotype.Component;

/**
 * Delivery of one external touch: consent is asked once more, then the tool is, and what it answers is noted. What
 * passes is tried again, until the tool has not answered for as long as its settings say.
 */
@Component
class ToolDelivery {

    private final ToolSettings settings;
    private final TouchAddressees addressees;
    private final TouchWebhook webhooks;
    private final WebhookClient client;
    private final ToolOutcomes outcomes;
    private final Clock clock;

    ToolDelivery(
            ToolSettings settings,
            TouchAddressees addressees,
            TouchWebhook webhooks,
            WebhookClient client,
            ToolOutcomes outcomes,
            Clock clock) {
        this.settings = settings;
        this.addressees = addressees;
        this.webhooks = webhooks;
        this.client = client;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * What is sent to a tool, or why nothing is.
     *
     * @param tool null where the settings know none of that name
     * @param body null where the person does not permit it
     * @param refusal why they do not
     */
    record Webhook(
            ToolSettings.@Nullable Tool tool,
            byte @Nullable [] body,
            @Nullable String refusal) {}

    /** Outside of a transaction: the tokens that a mail carries are committed before it leaves. */
    Webhook write(String tool, Mail mail) {
        ToolSettings.Tool known = settings.find(tool).orElse(null);
        if (known == null) {
            return new Webhook(null, null, null);
        }
        TouchAddressees.Addressed found = addressees.of(mail);
        TouchAddressee to = found.addressee();
        return to == null ? new Webhook(known, null, found.why()) : new Webhook(known, webhooks.body(mail, to), null);
    }

    /** Within the transaction that holds the mail's row. */
    Result send(String tool, Mail mail, Webhook webhook) {
        ToolSettings.Tool known = webhook.tool();
        byte[] body = webhook.body();
        if (known == null) {
            outcomes.failed(mail, tool, ToolFailure.UNKNOWN, "");
            return Result.NOT_SENT;
        }
        if (body == null) {
            outcomes.dropped(mail, tool, String.valueOf(webhook.refusal()));
            return Result.NOT_SENT;
        }
        WebhookResponse answer = client.send(known, mail.message(), body);
        return switch (answer.kind()) {
            case TAKEN -> taken(mail, tool);
            case REFUSED -> failed(mail, tool, ToolFailure.REFUSED, answer);
            case REDIRECTED -> failed(mail, tool, ToolFailure.REDIRECTED, answer);
            case DOWN -> down(mail, tool, known, answer);
        };
    }

    private Result taken(Mail mail, String tool) {
        outcomes.taken(mail, tool);
        return Result.SENT;
    }

    private Result failed(Mail mail, String tool, ToolFailure failure, WebhookResponse answer) {
        outcomes.failed(mail, tool, failure, answer.error());
        return Result.NOT_SENT;
    }

    private Result down(Mail mail, String tool, ToolSettings.Tool known, WebhookResponse answer) {
        if (clock.instant().isBefore(mail.since().plus(known.giveUpAfter()))) {
            outcomes.later(mail, answer.error());
        } else {
            outcomes.failed(mail, tool, ToolFailure.DOWN, answer.error());
        }
        return Result.RECEIVER_DOWN;
    }

    /** Gives up what waited too long for a tool that is left alone, without asking it once more for each. */
    void giveUpOld(String tool) {
        settings.find(tool)
                .ifPresent(known -> outcomes.giveUp(tool, clock.instant().minus(known.giveUpAfter())));
    }
}
