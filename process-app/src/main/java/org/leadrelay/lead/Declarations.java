package org.leadrelay.lead;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
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
    private final OperationLog log;
    private final Clock clock;
    private volatile @Nullable Recent recent;

    Declarations(DeclarationRepository declared, OperationLog log, Clock clock) {
        this.declared = declared;
        this.log = log;
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
        Declaration before = find(what.scope(), what.name());
        declared.saveAndFlush(new DeclarationEntity(what, person, clock.instant()));
        note(Kind.BASIS_DECLARED, what.scope(), what.name(), before, what.declaration());
    }

    @Transactional
    public boolean withdraw(String scope, String name) {
        forgetAtEnd();
        Declaration before = find(scope, name);
        boolean withdrawn = declared.withdraw(new DeclarationEntity.About(scope, name)) == 1;
        if (withdrawn) {
            note(Kind.BASIS_WITHDRAWN, scope, name, before, null);
        }
        return withdrawn;
    }

    private @Nullable Declaration find(String scope, String name) {
        return declared.findById(new DeclarationEntity.About(scope, name))
                .map(each -> each.shown().declaration())
                .orElse(null);
    }

    /** A kind of capture is a code; what a source, an origin and a basis are called was typed by people. */
    private void note(Kind kind, String scope, String name, @Nullable Declaration before, @Nullable Declaration after) {
        LineDetails changed = LineDetails.of("scope", scope)
                .change("mail", before == null ? null : before.mail(), after == null ? null : after.mail())
                .change("call", before == null ? null : before.call(), after == null ? null : after.call())
                .change("basis", words(before), words(after));
        if (scope.equals("kind")) {
            log.add(StreamKind.INTAKE, kind, name, changed.map());
        } else {
            log.add(StreamKind.INTAKE, kind, new CommittedText(name), changed.map());
        }
    }

    private static @Nullable CommittedText words(@Nullable Declaration declaration) {
        return declaration == null
                ? null
                : new CommittedText(
                        declaration.basis() + "\n" + (declaration.wording() == null ? "" : declaration.wording()));
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
