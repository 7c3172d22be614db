package org.leadrelay.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Captured;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.leadrelay.platform.Idempotency;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.ProductException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Intake of leads one by one, from systems with an API key and from people. */
@Service
public class LeadIntake {

    private static final Logger LOG = LoggerFactory.getLogger(LeadIntake.class);
    private static final int MOST = 1_000;

    /** What one answer names; beyond it, each lead that is refused still says its first reason. */
    private static final int MOST_ERRORS = 100;

    private final CurrentPerson person;
    private final JsonLeads reader;
    private final LeadCapture captures;
    private final Idempotency idempotency;

    LeadIntake(CurrentPerson person, JsonLeads reader, LeadCapture captures, Idempotency idempotency) {
        this.person = person;
        this.reader = reader;
        this.captures = captures;
        this.idempotency = idempotency;
    }

    /**
     * A lead that a person types in.
     *
     * @throws Invalid with everything that is wrong
     */
    public Captured enter(Capture capture) {
        Actor actor = person.get();
        actor.mustHave(Permission.BRING_IN_LEADS);
        Origin origin = new Origin("by hand", Origin.Kind.PERSON, null, actor.login(), null);
        return captures.capture(capture, origin);
    }

    TakenLead take(JsonNode lead, @Nullable String key) {
        Actor actor = mayTake();
        return once(actor, lead, key == null ? null : key + "#0");
    }

    /** Each in a transaction of its own, so that a bad one costs itself only. */
    List<TakenLead> takeAll(JsonNode leads, @Nullable String key) {
        Actor actor = mayTake();
        if (leads.size() > MOST) {
            throw Invalid.field(
                    "body",
                    "%d leads at once; at most %d can be taken.".formatted(leads.size(), MOST),
                    "Send them in parts, or as a file to /api/imports.");
        }
        List<TakenLead> taken = new ArrayList<>();
        int left = MOST_ERRORS;
        for (int i = 0; i < leads.size(); i++) {
            TakenLead each =
                    one(actor, leads.get(i), key == null ? null : key + "#" + i).at(i);
            TakenLead named = each.naming(Math.max(1, left));
            left -= named.named();
            taken.add(named);
        }
        return taken;
    }

    private TakenLead one(Actor actor, JsonNode lead, @Nullable String key) {
        try {
            return once(actor, lead, key);
        } catch (Invalid e) {
            return TakenLead.refused(422, e.violations());
        } catch (ProductException e) {
            return TakenLead.refused(409, List.of(new Violation("body", e.getMessage() + "")));
        } catch (RuntimeException e) {
            String id = UUID.randomUUID().toString();
            LOG.error("A lead in an array failed: {}", id, e);
            return TakenLead.refused(
                    500,
                    List.of(new Violation(
                            "body", "Something failed that should not. Give the id " + id + " to the administrator.")));
        }
    }

    private TakenLead once(Actor actor, JsonNode lead, @Nullable String key) {
        return idempotency.once(
                actor.login(), key, lead.toString(), TakenLead.class, () -> TakenLead.of(capture(actor, lead)));
    }

    private Captured capture(Actor actor, JsonNode lead) {
        JsonLeads.Read read = reader.read(lead);
        if (!read.violations().isEmpty()) {
            throw Invalid.of(read.violations());
        }
        return captures.capture(read.capture(), origin(actor));
    }

    private static Origin origin(Actor actor) {
        String name = actor.origin() == null ? "api" : actor.origin();
        return new Origin(name, Origin.Kind.API, actor.source(), actor.login(), null);
    }

    private Actor mayTake() {
        Actor actor = person.get();
        if (!actor.isKey()) {
            actor.mustHave(Permission.BRING_IN_LEADS);
        }
        return actor;
    }
}
