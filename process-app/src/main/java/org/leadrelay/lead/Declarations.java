package org.leadrelay.lead;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.TextNormalizer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What is declared about the people that an origin, a source or a way of coming in brings: the
 * channels on which they may be reached, and the basis. The nearest declaration counts: the
 * mapping's own, then the origin's, the source's, and that for the kind of capture.
 */
@Service
public class Declarations {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final DeclarationRepository declared;
    private final Clock clock;
    private volatile @Nullable Recent recent;

    Declarations(DeclarationRepository declared, Clock clock) {
        this.declared = declared;
        this.clock = clock;
    }

    /**
     * A declaration with what it is about.
     *
     * @param scope origin, source, or kind (API, FORM, IMPORT, PERSON)
     */
    public record Declared(String scope, String name, Declaration declaration) {}

    public List<Declared> all() {
        return declared.findAllByOrderByAboutScopeAscAboutNameAsc().stream()
                .map(DeclarationEntity::shown)
                .toList();
    }

    @Transactional
    public void declare(Declared what, String person) {
        forgetAtEnd();
        declared.lock();
        declared.saveAndFlush(new DeclarationEntity(what, person, clock.instant()));
    }

    @Transactional
    public boolean withdraw(String scope, String name) {
        forgetAtEnd();
        return declared.withdraw(new DeclarationEntity.About(scope, name)) == 1;
    }

    private void forgetAtEnd() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                recent = null;
            }
        });
    }

    /**
     * The consents that follow for a lead of this origin and source; none when nothing is declared.
     */
    List<Statement> statements(Origin origin, @Nullable String source) {
        Declaration nearest = origin.declared() != null ? origin.declared() : nearest(origin, source);
        List<Statement> statements = new ArrayList<>();
        if (nearest != null && nearest.mail()) {
            statements.add(statement(Channel.MAIL, nearest));
        }
        if (nearest != null && nearest.call()) {
            statements.add(statement(Channel.CALL, nearest));
        }
        return statements;
    }

    private @Nullable Declaration nearest(Origin origin, @Nullable String source) {
        List<Declared> known = recent();
        return Stream.of(
                        named(known, "origin", origin.name()),
                        named(known, "source", source == null ? "" : source),
                        named(known, "kind", origin.kind().name()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private static Optional<Declaration> named(List<Declared> known, String scope, String name) {
        return known.stream()
                .filter(each -> each.scope().equals(scope) && TextNormalizer.same(each.name(), name))
                .map(Declared::declaration)
                .findFirst();
    }

    /** A file of thousands asks again and again; another node's change is seen within seconds. */
    private List<Declared> recent() {
        Recent now = recent;
        Instant instant = clock.instant();
        if (now == null
                || now.read().plus(FRESH).isBefore(instant)
                || now.read().isAfter(instant)) {
            now = new Recent(all(), instant);
            recent = now;
        }
        return now.declared();
    }

    private record Recent(List<Declared> declared, Instant read) {}

    private static Statement statement(Channel channel, Declaration declared) {
        return new Statement(channel, true, "marketing", declared.basis(), declared.wording(), null);
    }
}
