package org.leadrelay.nurture;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.KeyScope;
import org.leadrelay.access.Permission;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoint for what mail services and marketing tools report of mails that the product sent or handed to them. */
@RestController
@RequestMapping("/api/mail/events")
@Tag(name = "Mail events")
class MailEventsApi {

    private static final Wording WORDING = Wording.of(MailEventsApi.class);
    private static final Set<String> FIELDS = Set.of("kind", "status", "token", "messageId", "touch", "confirmed");
    private static final List<String> NAMES = List.of("token", "messageId", "touch");
    private static final String CLICK = "click";
    private static final Pattern MESSAGE_ID =
            Pattern.compile("<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@lead-relay>?");
    private static final Pattern TOUCH = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final MailReports reports;
    private final CurrentPerson person;

    MailEventsApi(MailReports reports, CurrentPerson person) {
        this.reports = reports;
        this.person = person;
    }

    /** As the document describes a body. */
    record Event(String kind, String status, String token, String messageId, String touch, Boolean confirmed) {}

    record Answer(ReportOutcome outcome) {}

    @PostMapping
    @Operation(
            summary = "Report what became of a mail",
            description =
                    "kind: bounce, delayed, complaint, delivered, unsubscribe or click; status, as RFC 3463 writes it,"
                            + " of the first two; confirmed of a click that a person is known to have done, for which"
                            + " a key needs the scope signals too; and one of token, the part of the envelope sender"
                            + " behind the plus sign, messageId, or touch, the id of the webhook that handed it over."
                            + " Answers outcome: undeliverable, counted, objected, signal, marked or known.")
    Answer take(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = Event.class)))
                    @RequestBody
                    JsonNode body) {
        Actor actor = person.get();
        if (!actor.isKey()) {
            actor.mustHave(Permission.KEEP_OUTBOX);
        } else if (CLICK.equals(body.path("kind").asText()) && !actor.scopes().contains(KeyScope.SIGNALS)) {
            throw new Forbidden(WORDING.text("clickNeedsSignals"));
        }
        List<Violation> wrong = new ArrayList<>();
        body.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                wrong.add(new Violation(name, WORDING.text("unknownField", name)));
            } else if (name.equals("confirmed")) {
                if (!body.get(name).isBoolean()
                        || !CLICK.equals(body.path("kind").asText())) {
                    wrong.add(new Violation(name, WORDING.text("confirmedOfClick")));
                }
            } else if (!body.get(name).isTextual()) {
                wrong.add(new Violation(name, WORDING.text("noText")));
            }
        });
        if (NAMES.stream().filter(body::has).count() != 1) {
            wrong.add(new Violation("token", WORDING.text("oneOfThem")));
        }
        MailReport report = report(body, wrong);
        if (!wrong.isEmpty() || report == null) {
            throw Invalid.of(wrong);
        }
        return person.as(Actor.SYSTEM, () -> taken(body, report))
                .map(Answer::new)
                .orElseThrow(() -> new NotFound(WORDING.text("noMail")));
    }

    private Optional<ReportOutcome> taken(JsonNode body, MailReport report) {
        if (body.has("token")) {
            return reports.take(List.of(new MailToken(body.get("token").asText())), report);
        }
        boolean ofTouch = body.has("touch");
        Matcher message = (ofTouch ? TOUCH : MESSAGE_ID)
                .matcher(body.get(ofTouch ? "touch" : "messageId")
                        .asText()
                        .strip()
                        .toLowerCase(Locale.ROOT));
        return message.matches() ? reports.take(UUID.fromString(message.group(1)), report) : Optional.empty();
    }

    private static @Nullable MailReport report(JsonNode body, List<Violation> wrong) {
        MailReport.Kind kind = switch (body.path("kind").asText()) {
            case "bounce" -> MailReport.Kind.BOUNCE;
            case "delayed" -> MailReport.Kind.DELAYED;
            case "complaint" -> MailReport.Kind.COMPLAINT;
            case "delivered" -> MailReport.Kind.DELIVERED;
            case "unsubscribe" -> MailReport.Kind.UNSUBSCRIBE;
            case CLICK -> MailReport.Kind.CLICK;
            default -> null;
        };
        if (kind == null) {
            wrong.add(new Violation("kind", WORDING.text("noKind")));
            return null;
        }
        String said = body.path("status").asText();
        String status = ReportReader.status(said);
        boolean ofFailure = status != null && status.equals(said) && !status.startsWith("2");
        boolean failed = kind == MailReport.Kind.BOUNCE || kind == MailReport.Kind.DELAYED;
        if (failed && !ofFailure) {
            wrong.add(new Violation("status", WORDING.text("noStatus")));
            return null;
        }
        return new MailReport(
                kind, status == null ? "" : status, body.path("confirmed").asBoolean());
    }
}
