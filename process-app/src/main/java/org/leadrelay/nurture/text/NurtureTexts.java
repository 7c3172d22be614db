package org.leadrelay.nurture.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.nurture.text.NurtureTextTable.Row;
import org.leadrelay.nurture.text.TextSummary.InLanguage;
import org.leadrelay.nurture.text.TextVersion.State;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Query of the texts of nurture mails: the steps of all tracks, each text with what is in force, and its versions. */
@Service
@Transactional(readOnly = true)
public class NurtureTexts {

    private static final Wording WORDING = Wording.of(NurtureTexts.class);

    private final NurtureTextTable table;
    private final ShippedTexts shipped;
    private final TrackPlan plan;
    private final TextApprovers approvers;
    private final CurrentPerson person;

    NurtureTexts(
            NurtureTextTable table,
            ShippedTexts shipped,
            TrackPlan plan,
            TextApprovers approvers,
            CurrentPerson person) {
        this.table = table;
        this.shipped = shipped;
        this.plan = plan;
        this.approvers = approvers;
        this.person = person;
    }

    /** The steps as the table in force plans them, then texts that no row of it names. */
    public List<TextSummary> all() {
        mayRead();
        Map<TextKey, TextSummary> found = new LinkedHashMap<>();
        Map<String, List<Row>> living = table.living().stream()
                .collect(Collectors.groupingBy(each -> each.key().path(each.language())));
        Map<String, Integer> editions = table.editions();
        for (TrackPlan.Step step : plan.steps()) {
            List<InLanguage> languages =
                    step.kind().equals("mail") ? languages(step.key(), living, editions) : List.of();
            found.put(step.key(), summary(step.key(), step.kind(), true, step.why(), languages));
        }
        Stream.concat(
                        living.values().stream().flatMap(Collection::stream).map(Row::key),
                        shipped.all().stream().map(ShippedTexts.Shipped::key))
                .distinct()
                .filter(each -> !found.containsKey(each))
                .forEach(each -> found.put(each, summary(each, "mail", false, "", languages(each, living, editions))));
        return List.copyOf(found.values());
    }

    /** How many drafts the person of this request could approve now. */
    public int toApprove() {
        Actor actor = person.get();
        TextApprovers.Approvers now = approvers.now();
        return (int) table.authorsOfAwaiting().stream()
                .filter(authors -> now.of(authors).contains(actor.login()))
                .count();
    }

    /**
     * @throws NotFound for a text that nobody wrote and no row of the table names
     */
    public NurtureText text(TextKey key, Language language) {
        mayRead();
        List<TextVersion> own = table.versions(key, language);
        if (own.isEmpty()
                && shipped.find(key, language).isEmpty()
                && plan.steps().stream().noneMatch(each -> each.key().equals(key))) {
            throw new NotFound(WORDING.text("noText", key.path(language)));
        }
        return view(key, language, own);
    }

    /** All versions, newest first; what came with the product last. */
    public List<TextVersion> versions(TextKey key, Language language) {
        mayRead();
        List<TextVersion> all = new ArrayList<>(table.versions(key, language));
        shipped(key, language, all).ifPresent(all::add);
        if (all.isEmpty()) {
            text(key, language);
        }
        return List.copyOf(all);
    }

    NurtureText view(TextKey key, Language language) {
        return view(key, language, table.versions(key, language));
    }

    /** What the next mail says; empty where nobody wrote a text of this key in this language. */
    Optional<TextVersion> inForce(TextKey key, Language language) {
        return table.inForce(key, language).or(() -> shipped(key, language, List.of()));
    }

    private NurtureText view(TextKey key, Language language, List<TextVersion> own) {
        Actor actor = person.get();
        TextVersion draft = own.stream()
                .filter(each -> each.state() == State.DRAFT || each.isAwaiting())
                .findFirst()
                .orElse(null);
        List<String> may = draft == null ? List.of() : approvers.of(draft.authors());
        return new NurtureText(
                key.track(),
                key.step(),
                language.code(),
                key.path(language),
                table.edition(key, language),
                own.stream()
                        .filter(each -> each.state() == State.IN_FORCE)
                        .findFirst()
                        .or(() -> shipped(key, language, own))
                        .orElse(null),
                draft,
                actor.may(Permission.WRITE_TEXTS),
                draft != null && draft.isAwaiting() && may.contains(actor.login()),
                may);
    }

    /** As the product's file says it now; in force until marketing's first version was. */
    private Optional<TextVersion> shipped(TextKey key, Language language, List<TextVersion> own) {
        return shipped.find(key, language).map(content -> {
            Optional<TextVersion> first =
                    own.stream().filter(each -> each.inForceFrom() != null).reduce((newer, older) -> older);
            return new TextVersion(
                    TextVersion.SHIPPED,
                    first.isPresent() ? State.EARLIER : State.IN_FORCE,
                    content,
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    first.map(TextVersion::inForceFrom).orElse(null));
        });
    }

    private List<InLanguage> languages(TextKey key, Map<String, List<Row>> living, Map<String, Integer> editions) {
        return Stream.of(Language.values())
                .map(language -> inLanguage(key, language, living, editions))
                .toList();
    }

    private InLanguage inLanguage(
            TextKey key, Language language, Map<String, List<Row>> living, Map<String, Integer> editions) {
        String path = key.path(language);
        Map<Boolean, TextVersion> own = living.getOrDefault(path, List.of()).stream()
                .map(Row::version)
                .collect(Collectors.toMap(each -> each.state() == State.IN_FORCE, Function.identity()));
        TextVersion force = Optional.ofNullable(own.get(true))
                .or(() -> shipped(key, language, List.of()))
                .orElse(null);
        TextVersion draft = own.get(false);
        return new InLanguage(
                language.code(),
                path,
                editions.getOrDefault(path, 0),
                force == null ? null : force.content().subject(),
                force == null ? null : force.version(),
                draft == null ? null : draft.state(),
                draft != null && draft.isReturned());
    }

    /** A track in the reader's language; its code where nobody named it. */
    public static String trackName(String track) {
        return WORDING.find(Wording.language(), "track." + track).orElse(track);
    }

    private static TextSummary summary(
            TextKey key, String kind, boolean planned, String why, List<InLanguage> languages) {
        return new TextSummary(key.track(), trackName(key.track()), key.step(), kind, planned, why, languages);
    }

    private void mayRead() {
        person.get().mustHave(Permission.WRITE_TEXTS, Permission.APPROVE_TEXTS, Permission.READ_PROCESS);
    }

    /** The version with this number, of those that there are. */
    @Nullable
    TextVersion version(TextKey key, Language language, int number) {
        mayRead();
        return number == TextVersion.SHIPPED
                ? shipped(key, language, table.versions(key, language)).orElse(null)
                : table.version(key, language, number).orElse(null);
    }
}
