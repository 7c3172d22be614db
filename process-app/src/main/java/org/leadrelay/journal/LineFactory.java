package org.leadrelay.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.NodeName;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Factory of log lines: adds who and when to an entry, and writes its details as canonical JSON so that the seal
 * is stable. Details and subjects pass a gate here, the one place where lines are made.
 */
@Component
class LineFactory {

    private final Clock clock;
    private final CurrentAuthor currentAuthor;
    private final CommitmentKeys salts;
    private final CommittedWords words;
    private final PersonReferences references;
    private final boolean strict;
    private final boolean byReference;
    private final ObjectMapper canonical = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * @param strict whether a text that nothing vouches for is an error, as it is in tests
     * @param byReference whether people stand in lines by reference; not while nodes run that cannot read it
     */
    LineFactory(
            Clock clock,
            CurrentAuthor currentAuthor,
            CommitmentKeys salts,
            CommittedWords words,
            PersonReferences references,
            @Value("${leadrelay.journal.strict:false}") boolean strict,
            @Value("${leadrelay.journal.people-by-reference:true}") boolean byReference) {
        this.clock = clock;
        this.currentAuthor = currentAuthor;
        this.salts = salts;
        this.words = words;
        this.references = references;
        this.strict = strict;
        this.byReference = byReference;
    }

    Line of(Entry entry) {
        DetailAllowList gate = gate(entry.kind(), salts.commitments(entry.leadId()));
        return line(entry.leadId(), entry.kind(), ModelPosition.of(entry.place()), null, gate.pass(entry.details()));
    }

    /** A line that is no lead's, about something with a login, a code or an id. */
    Line of(UUID stream, Kind kind, String subject, Map<String, ?> details) {
        DetailAllowList gate = gate(kind, words::commit);
        return line(stream, kind, ModelPosition.NONE, gate.passSubject(subject, details), gate.pass(details));
    }

    /** The same about something that has nothing but a name that people gave it. */
    Line of(UUID stream, Kind kind, CommittedText subject, Map<String, ?> details) {
        DetailAllowList gate = gate(kind, words::commit);
        return line(stream, kind, ModelPosition.NONE, words.commit(subject.words()), gate.pass(details));
    }

    private DetailAllowList gate(Kind kind, UnaryOperator<String> commitments) {
        return new DetailAllowList(kind, strict, commitments, byReference ? references : PeopleInLines.BY_LOGIN);
    }

    private Line line(
            UUID stream,
            Kind kind,
            ModelPosition position,
            @Nullable String subject,
            Map<String, ? extends @Nullable Object> details) {
        CurrentAuthor.Acting acting = currentAuthor.get();
        return new Line(
                byReference ? Seal.BY_REFERENCE : Seal.BY_LOGIN,
                stream,
                clock.instant(),
                kind.code(),
                author(acting),
                position,
                subject,
                json(kind, details));
    }

    private Author author(CurrentAuthor.Acting acting) {
        UUID reference = byReference ? references.of(acting.login()).orElse(null) : null;
        return new Author(reference == null ? acting.login() : null, reference, acting.apiKeyName(), NodeName.NAME);
    }

    private String json(Kind kind, Map<String, ? extends @Nullable Object> details) {
        if (details.isEmpty()) {
            return "{}"; // as of most lines: steps of a token
        }
        try {
            return canonical.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the details of a " + kind.code() + " line are no JSON", e);
        }
    }
}
