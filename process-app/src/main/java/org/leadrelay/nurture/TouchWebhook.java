package org.leadrelay.nurture;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LearnedFacts;
import org.leadrelay.mail.MailLinks;
import org.leadrelay.mail.OutboxTable.Mail;
import org.leadrelay.nurture.text.TouchTexts;
import org.springframework.stereotype.Component;

/** Body of the webhook that hands a touch to a marketing tool: what the tool needs to write it, and nothing else. */
@Component
class TouchWebhook {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LearnedFacts learned;
    private final MailTokenTable tokens;
    private final MailLinks links;

    TouchWebhook(LearnedFacts learned, MailTokenTable tokens, MailLinks links) {
        this.learned = learned;
        this.tokens = tokens;
        this.links = links;
    }

    /** What is sent; the order is that of the documentation. */
    @JsonPropertyOrder({"type", "timestamp", "data"})
    record Message(String type, String timestamp, Data data) {}

    /**
     * A touch.
     *
     * @param touch by which the tool reports what became of it
     * @param facts what people learned of the lead and still counts, by list
     */
    @JsonPropertyOrder({"touch", "lead", "track", "step", "to", "facts"})
    record Data(UUID touch, UUID lead, String track, String step, To to, Map<String, String> facts) {}

    /**
     * The person.
     *
     * @param language two letters
     * @param unsubscribe link that belongs into the mail
     */
    @JsonPropertyOrder({"email", "firstName", "language", "unsubscribe"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record To(String email, @Nullable String firstName, String language, String unsubscribe) {}

    byte[] body(Mail mail, TouchAddressee to) {
        LeadCard card = to.card();
        CarriedTokens carried = tokens.of(mail, to, null);
        return bytes(new Message(
                "touch.due",
                mail.createdAt().toString(),
                new Data(
                        mail.message(),
                        card.id(),
                        to.track(),
                        mail.template(),
                        new To(
                                to.email(),
                                card.firstName(),
                                TouchTexts.language(card).code(),
                                links.unsubscribe(carried.unsubscribe().text())),
                        facts(card.id()))));
    }

    private Map<String, String> facts(UUID lead) {
        Map<String, String> facts = new TreeMap<>();
        learned.of(lead).forEach((list, fact) -> facts.put(list.code(), fact.key()));
        return facts;
    }

    static byte[] bytes(Message message) {
        try {
            return JSON.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts and ids are always written", impossible);
        }
    }
}
