package org.leadrelay.lead;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.InsertBatch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Consents and objections of leads: who may be reached how, by {@link ConsentRule}. An objection is
 * remembered for whatever identifies its person, and looked up whenever an address or a number
 * comes to a lead.
 */
@Service
public class Consents {

    private static final String REMEMBERED = "earlier objection";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ConsentTable store;
    private final Objections objections;
    private final JourneyLog log;

    Consents(JdbcClient jdbc, Clock clock, ConsentTable store, Objections objections, JourneyLog log) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.store = store;
        this.objections = objections;
        this.log = log;
    }

    /** The channels on which this lead may be reached now; none when its import was undone. */
    public Set<Channel> permitted(UUID leadId) {
        ContactPoint contact = jdbc.sql("""
            select l.email, l.phone, lead.origin, l.external_id
            from lead left join lateral (
                select email, coalesce(phone_e164, phone) as phone, external_id
                where undone_at is null) l on true
            where lead.id = ?
            """)
                .param(leadId)
                .query((row, any) -> new ContactPoint(
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("origin"),
                        row.getString("external_id")))
                .optional()
                .orElseThrow(() -> Visibility.missing(leadId));
        return ConsentRule.permitted(contact, ConsentRule.decide(store.said(leadId)));
    }

    /** Newest first, each with whether it decides its channel, and why not. */
    public List<ConsentView> of(UUID leadId) {
        return standing(leadId).shown();
    }

    /** All that was said about the lead, read once for whoever asks several questions of it. */
    ConsentStanding standing(UUID leadId) {
        return new ConsentStanding(store.recorded(leadId));
    }

    /** Whether an objection stands on this channel. */
    boolean objected(UUID leadId, Channel channel) {
        return verdict(ConsentRule.decide(store.said(leadId)), channel).objected();
    }

    /** Tells what decides a channel now, after somebody decided about a claim. */
    void tell(Lead lead, Channel channel) {
        tell(lead.id(), verdict(ConsentRule.decide(store.said(lead.id())), channel));
    }

    /** Records what a person said, or what was said for them. */
    void text(Lead lead, Statement said, StatementKind kind, String source, @Nullable String person) {
        keep(lead, said, kind, said.at() == null ? clock.instant() : said.at(), source, person);
        settle(lead, List.of(said));
    }

    /** Records what is declared of a capture's person, on channels of which nothing was said. */
    void declared(Lead lead, CheckedCapture checked, List<Statement> declared, InsertBatch rows) {
        if (!declared.isEmpty()) {
            Origin origin = checked.origin();
            store.declare(lead.id(), declared, origin.name(), origin.person(), rows);
        }
    }

    /** Records what a capture says of its person in its own words. */
    void brought(Lead lead, CheckedCapture checked) {
        checked.statements().forEach(each -> keep(lead, each, checked));
        settle(lead, checked.statements(), checked.contactPoint());
    }

    /**
     * Records only the objections of a capture, on a lead that it may be about: they count before
     * anybody has decided.
     */
    void objections(Lead lead, CheckedCapture checked) {
        List<Statement> objecting = checked.statements().stream()
                .filter(each -> !each.given() && !objected(lead.id(), each.channel()))
                .toList();
        objecting.forEach(each -> keep(lead, each, checked));
        settle(lead, objecting, checked.contactPoint());
    }

    private void keep(Lead lead, Statement said, CheckedCapture checked) {
        Origin origin = checked.origin();
        boolean anonymous = origin.kind() == Origin.Kind.FORM;
        Instant own = said.at() == null && !anonymous ? checked.said() : said.at();
        StatementKind kind = StatementKind.brought(origin.kind(), said, own != null);
        keep(lead, said, kind, moment(own, origin), origin.name(), origin.person());
    }

    /** A cell without a date is as old as its file; what comes otherwise is said as it comes. */
    private @Nullable Instant moment(@Nullable Instant own, Origin origin) {
        if (own != null) {
            return own;
        }
        return origin.kind() == Origin.Kind.IMPORT ? origin.asOf() : clock.instant();
    }

    private void keep(
            Lead lead,
            Statement said,
            StatementKind kind,
            @Nullable Instant at,
            String source,
            @Nullable String person) {
        Instant moment = at == null ? null : Moments.past(at, clock.instant()).truncatedTo(ChronoUnit.MICROS);
        store.keep(lead.id(), said, kind, moment, source, person);
    }

    /**
     * Brings the remembered objections in line after something was said, and tells what decides
     * now.
     */
    private void settle(Lead lead, List<Statement> spoken, ContactPoint... also) {
        if (spoken.isEmpty()) {
            return;
        }
        List<ConsentRule.Said> said = store.said(lead.id());
        Map<Channel, ConsentRule.Verdict> verdicts = ConsentRule.decide(said);
        Map<Channel, Set<String>> known = identifiers(lead, also);
        spoken.stream().map(Statement::channel).distinct().sorted().forEach(channel -> {
            ConsentRule.Verdict verdict = verdict(verdicts, channel);
            remember(verdict, known.getOrDefault(channel, Set.of()));
            said.stream()
                    .filter(each -> each.channel() == channel)
                    .max(Comparator.comparing(ConsentRule.Said::number))
                    .ifPresent(last -> tell(lead.id(), last, verdict, words(spoken, channel)));
        });
    }

    private void remember(ConsentRule.Verdict verdict, Set<String> identifiers) {
        ConsentRule.Said deciding = verdict.deciding();
        if (deciding == null || identifiers.isEmpty()) {
            return;
        }
        if (!deciding.given()) {
            objections.remember(deciding.channel(), identifiers, deciding.at());
        } else if (deciding.kind() == StatementKind.OWN_WORD) {
            objections.forget(deciding.channel(), identifiers, deciding.effective());
        }
    }

    private void tell(UUID leadId, ConsentRule.Verdict verdict) {
        ConsentRule.Said deciding = verdict.deciding();
        if (deciding != null) {
            tell(leadId, deciding, verdict, null);
        }
    }

    /** In what words it was said on this channel, the last time. */
    private static @Nullable Statement words(List<Statement> spoken, Channel channel) {
        return spoken.stream()
                .filter(each -> each.channel() == channel)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private void tell(UUID leadId, ConsentRule.Said last, ConsentRule.Verdict verdict, @Nullable Statement statement) {
        ConsentWhy why = verdict.others().get(last.number());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("channel", last.channel().name());
        details.put("given", last.given());
        details.put(
                "consent",
                List.of(
                        last.channel().name(),
                        "consent." + (last.given() ? "given" : "objected"),
                        "consent." + last.kind().name(),
                        "consent." + (why == null ? "decides" : why.name())));
        if (statement != null) {
            commit(details, "purpose", statement.purpose());
            commit(details, "basis", statement.basis());
            commit(details, "wording", statement.wording());
        }
        log.add(leadId, Kind.CONSENT, details);
    }

    private static void commit(Map<String, Object> details, String key, @Nullable String words) {
        if (words != null && !words.isEmpty()) {
            details.put(key, new CommittedText(words));
        }
    }

    /**
     * Looks up the objections remembered for all by which a lead is known, and remembers those of
     * the lead for it. Call it whenever an address, a number or an id came to the lead.
     *
     * @param also what came with it, whether or not the lead shows it
     */
    void identified(Lead lead, ContactPoint... also) {
        identified(lead, identifiers(lead, also), store.said(lead.id()));
    }

    /** The same for a new lead: it is known by nothing but what came with it, and nothing was said of it before. */
    void created(Lead lead, ContactPoint came) {
        identified(lead, identifiers(Stream.of(lead.contact(), came)), List.of());
    }

    private void identified(Lead lead, Map<Channel, Set<String>> known, List<ConsentRule.Said> said) {
        Map<Channel, Objections.Remembered> remembered = objections.against(known);
        boolean more = false;
        for (Objections.Remembered each : remembered.values()) {
            if (said.stream().noneMatch(one -> covers(one, each))) {
                store.keep(
                        lead.id(),
                        Statement.objection(each.channel()),
                        StatementKind.REMEMBERED,
                        each.at(),
                        REMEMBERED,
                        null);
                more = true;
            }
        }
        Map<Channel, ConsentRule.Verdict> verdicts = ConsentRule.decide(more ? store.said(lead.id()) : said);
        verdicts.forEach((channel, verdict) -> {
            if (verdict.objected()) {
                remember(verdict, known.getOrDefault(channel, Set.of()));
            }
        });
        if (more) {
            remembered.keySet().forEach(channel -> tell(lead.id(), verdict(verdicts, channel)));
        }
    }

    private static boolean covers(ConsentRule.Said one, Objections.Remembered remembered) {
        Instant at = remembered.at();
        return one.channel() == remembered.channel()
                && !one.given()
                && (at == null || !one.effective().isBefore(at));
    }

    private Map<Channel, Set<String>> identifiers(Lead lead, ContactPoint... also) {
        return identifiers(Stream.of(Stream.of(lead.contact()), Stream.of(also), known(lead.id()).stream())
                .flatMap(each -> each));
    }

    private static Map<Channel, Set<String>> identifiers(Stream<ContactPoint> of) {
        List<ContactPoint> points = of.toList();
        Map<Channel, Set<String>> identifiers = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            Set<String> all = new TreeSet<>();
            points.forEach(each -> all.addAll(each.identifiers(channel)));
            identifiers.put(channel, all);
        }
        return identifiers;
    }

    /** Other addresses and ids by which the lead is found, as after a merge. */
    private List<ContactPoint> known(UUID leadId) {
        return jdbc.sql("""
            select kind, scope, value from lead_identity
            where lead_id = ? and kind in ('email', 'external')
            """)
                .param(leadId)
                .query((row, any) -> row.getString("kind").equals("email")
                        ? ContactPoint.email(row.getString("value"))
                        : ContactPoint.external(row.getString("scope"), row.getString("value")))
                .list();
    }

    private static ConsentRule.Verdict verdict(Map<Channel, ConsentRule.Verdict> verdicts, Channel channel) {
        return verdicts.getOrDefault(channel, ConsentRule.Verdict.SILENCE);
    }
}
