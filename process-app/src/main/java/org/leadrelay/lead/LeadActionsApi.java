package org.leadrelay.lead;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.platform.Idempotency;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Invalid.Violation;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST endpoints for commands on one lead. */
@RestController
@RequestMapping("/api/leads/{id}")
@Tag(name = "Leads")
class LeadActionsApi {

    /** A name that may stand in the sealed log: nothing that could be somebody's address or words. */
    private static final Pattern CONTENT = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_./-]{0,99}");

    private final LeadCommands life;
    private final DealTakeBack deals;
    private final FactCorrections corrections;
    private final LeadCards cards;
    private final CurrentPerson person;
    private final Idempotency idempotency;
    private final Clock clock;

    LeadActionsApi(
            LeadCommands life,
            DealTakeBack deals,
            FactCorrections corrections,
            LeadCards cards,
            CurrentPerson person,
            Idempotency idempotency,
            Clock clock) {
        this.life = life;
        this.deals = deals;
        this.corrections = corrections;
        this.cards = cards;
        this.person = person;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    record Reason(@Nullable String reason) {

        static String of(@Nullable Reason given) {
            return given == null || given.reason() == null ? "" : given.reason();
        }
    }

    /**
     * @param confirmed that a person did it, and no scanner; systems that know say so of a click
     * @param content what of ours it is about, by a name without spaces
     */
    record SignalBody(
            @Nullable String kind,
            @Nullable Instant at,
            @Nullable Boolean confirmed,
            @Nullable String content) {}

    /**
     * @param counts whether it counts for the lead's maturity
     */
    record SignalAnswer(UUID leadId, String kind, Instant at, boolean counts) {}

    /** For a system with an API key, which reads no lead: what it sent, as it was taken. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentAnswer(
            UUID leadId,
            String channel,
            boolean given,
            @Nullable Instant at) {

        static ConsentAnswer of(UUID leadId, Statement statement) {
            return new ConsentAnswer(leadId, ConsentJson.name(statement.channel()), statement.given(), statement.at());
        }
    }

    @PostMapping("/withdraw")
    @Operation(summary = "End the journey from anywhere")
    LeadCard withdraw(@PathVariable UUID id, @RequestBody(required = false) @Nullable Reason reason) {
        life.withdraw(id, Reason.of(reason));
        return cards.card(id, person.get());
    }

    @PostMapping("/reopen")
    @Operation(summary = "Start the next journey of a lead whose last one has ended")
    LeadCard reopen(@PathVariable UUID id, @RequestBody(required = false) @Nullable Reason reason) {
        life.reopen(id, Reason.of(reason));
        return cards.card(id, person.get());
    }

    @PostMapping("/take-back")
    @Operation(
            summary = "Take back a deal that was won by mistake",
            description =
                    "By the rep who won it, until the end of the rep's working day on which it was won. The lead's next"
                            + " journey begins at the decision.")
    LeadCard takeBack(@PathVariable UUID id, @RequestBody(required = false) @Nullable Reason reason) {
        deals.takeBack(id, Reason.of(reason));
        return cards.card(id, person.get());
    }

    @PostMapping("/signals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Record that the buyer did something",
            description = "kind: visit, mailOpened, click, download, form or meetingAsked. A click counts where"
                    + " confirmed says that a person did it, or a person reports it; mailOpened never does. content:"
                    + " what of yours it is about, by a name without spaces.")
    SignalAnswer signal(
            @PathVariable UUID id,
            @RequestBody SignalBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        Signal.Kind kind = kind(body.kind());
        Instant at = at(body.at());
        Actor actor = person.get();
        boolean confirmed = body.confirmed() == null ? !actor.isKey() : body.confirmed();
        Signal signal = new Signal(
                kind, at, actor.origin() == null ? "api" : actor.origin(), confirmed, content(body.content()));
        String checked = Idempotency.checked(key);
        return idempotency.once(
                actor.login(),
                checked == null ? null : "signal " + checked,
                id + " " + body,
                SignalAnswer.class,
                () -> {
                    life.signal(id, signal);
                    return new SignalAnswer(id, kind.code(), at, signal.counts());
                });
    }

    @PatchMapping("/facts")
    @Operation(
            summary = "Correct facts",
            description = "An object of field or attribute names with their values; null removes one.")
    LeadCard correct(@PathVariable UUID id, @RequestBody JsonNode body) {
        if (!body.isObject() || body.isEmpty()) {
            throw Invalid.field("body", "Nothing to correct.", "Send an object such as {\"company\": \"...\"}.");
        }
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        body.properties().forEach(each -> {
            if (each.getValue().isContainerNode()) {
                violations.add(new Violation(each.getKey(), "A fact is text, a number or true or false."));
            }
            values.put(
                    each.getKey(),
                    each.getValue().isNull() ? null : each.getValue().asText());
        });
        if (!violations.isEmpty()) {
            throw Invalid.of(violations);
        }
        corrections.correct(id, values, person.get());
        return cards.card(id, person.get());
    }

    @PostMapping("/consents")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Record a consent or an objection",
            description = "channel: mail, call or atSource; given: true or false; purpose, basis,"
                    + " wording, at, and source: where the person's word came from. A consent"
                    + " lifts an objection only with wording and source.")
    @ApiResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(oneOf = {LeadCard.class, ConsentAnswer.class})))
    Object consent(@PathVariable UUID id, @RequestBody JsonNode body) {
        Statement statement = ConsentJson.one("", body, clock.instant());
        Actor actor = person.get();
        life.consent(id, statement, "api");
        return actor.isKey() ? ConsentAnswer.of(id, statement) : cards.card(id, actor);
    }

    private static Signal.Kind kind(@Nullable String code) {
        return Arrays.stream(Signal.Kind.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Invalid.field(
                        "kind",
                        "There is no such kind of signal.",
                        "Use one of "
                                + Arrays.stream(Signal.Kind.values())
                                        .map(Signal.Kind::code)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static @Nullable String content(@Nullable String name) {
        if (name != null && !CONTENT.matcher(name).matches()) {
            throw Invalid.field(
                    "content",
                    "This is no name of a content.",
                    "Send letters, digits, '.', '_', '/' and '-', at most 100.");
        }
        return name;
    }

    private Instant at(@Nullable Instant given) {
        Instant now = clock.instant();
        if (given == null) {
            return now;
        }
        String problem = Moments.problem(given, now);
        if (problem != null) {
            throw Invalid.field("at", problem);
        }
        return Moments.past(given, now);
    }
}
