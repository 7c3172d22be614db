package org.leadrelay.board;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.leadrelay.journal.Entry;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.ListedText;
import org.leadrelay.testing.SettableClock;
import org.springframework.transaction.support.TransactionOperations;

/** A quarter as the log tells it, by a seed: rejects, misses, laps, returns, merges, withdrawals, takes back, two currencies. */
final class LoggedQuarter {

    private final JourneyLog log;
    private final TransactionOperations transactions;
    private final SettableClock clock;
    private final Random random;
    private final int version;
    private UUID lead = new UUID(0, 0);
    private Instant now = Instant.EPOCH;

    LoggedQuarter(JourneyLog log, TransactionOperations transactions, SettableClock clock, long seed, int version) {
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
        this.random = new Random(seed);
        this.version = version;
    }

    /** One lead that came in at this moment. */
    UUID lead(Instant at) {
        lead = UUID.randomUUID();
        now = at;
        transactions.executeWithoutResult(status -> {
            journey(Kind.CAPTURED);
            if (chance(0.08)) {
                pass(24 * 60 * 20);
                journey(chance(0.5) ? Kind.CAPTURED : Kind.REOPENED);
            }
        });
        return lead;
    }

    private void journey(Kind how) {
        Map<String, Object> captured = new LinkedHashMap<>();
        captured.put("journey", UUID.randomUUID());
        if (how == Kind.CAPTURED) {
            captured.put("by", chance(0.3) ? "IMPORT" : "API");
            if (chance(0.9)) {
                captured.put("source", new ListedText(pick("Web", "Webinar", "Fair")));
            }
        } else {
            captured.put("previous", UUID.randomUUID());
        }
        takenUp(0.1);
        log.add(Entry.of(tick(), how, captured));
        takenUp(0.5);
        add(Kind.ENTERED, "Event_LeadCaptured", Map.of());
        int lap = 1;
        while (true) {
            rate();
            takenUp(0.3);
            if (chance(0.05)) {
                withdraw();
                return;
            }
            if (chance(0.15)) {
                end("dormant");
                return;
            }
            if (!handedOver(lap)) {
                return;
            }
            if (chance(0.25) || lap == 3) {
                end("dormant");
                return;
            }
            lap++;
            decision("Activity_PlanRecycling", "recycling", Map.of("lap", lap, "recycle", true), Map.of());
            add(Kind.FLOW, "Flow_NextLap", Map.of());
            pass(24 * 60 * 9);
        }
    }

    /** A guide or a page, or a link that a machine followed. */
    private void takenUp(double share) {
        if (!chance(share)) {
            return;
        }
        Map<String, Object> signal = new LinkedHashMap<>();
        signal.put("signal", "click");
        if (chance(0.8)) {
            signal.put("content", pick("guide", "prices", "webinar-7"));
        }
        if (chance(0.3)) {
            signal.put("counts", false);
        }
        log.add(Entry.of(tick(), Kind.SIGNAL, signal));
    }

    private void rate() {
        String fit = pick("A", "A", "B", "C");
        int maturity = 1 + random.nextInt(4);
        decision(
                "Activity_RateFit",
                "lead-fit",
                Map.of("fit", new ListedText(fit)),
                Map.of("Input_Size", random.nextInt(3)));
        decision(
                "Activity_RateMaturity",
                "lead-maturity",
                Map.of("maturity", maturity),
                Map.of("Input_Visits", random.nextInt(2)));
        String route = maturity >= 3 ? "handOff" : maturity == 2 ? "qualify" : "nurture";
        decision(
                "Activity_ChooseRoute",
                "lead-matrix",
                Map.of("route", new ListedText(route), "priority", new ListedText("high")),
                Map.of());
        pass(60 * 30);
    }

    /** Whether another lap may follow. */
    private boolean handedOver(int lap) {
        UUID promise = give(lap);
        while (chance(0.12)) {
            pass(60 * 12);
            kept(promise, false, "answerHandOff");
            add(Kind.FLOW, "Flow_AnswerOverdue", Map.of());
            if (chance(0.2)) {
                return stop();
            }
            promise = give(lap);
        }
        if (chance(0.04)) {
            return stop();
        }
        pass(60 * 9);
        kept(promise, chance(0.8), "answerHandOff");
        if (chance(0.35)) {
            return rejected(lap);
        }
        person(Kind.TASK_COMPLETED, "Activity_AnswerHandOff", Map.of("outcome", "accept"));
        add(Kind.FLOW, "Flow_Accepted", Map.of());
        return accepted();
    }

    private UUID give(int lap) {
        UUID promise = UUID.randomUUID();
        log.add(Entry.of(
                tick(),
                Kind.PROMISE_OPENED,
                Map.of(
                        "promise",
                        promise,
                        "clause",
                        "answerHandOff",
                        "role",
                        "sales-rep",
                        "due",
                        now.plus(Duration.ofHours(8)).toString(),
                        "opened",
                        now.toString(),
                        "charter",
                        1)));
        log.add(Entry.of(tick(), Kind.CHOICE, Map.of("lap", lap, "rep", pick("ada", "ben"), "reason", "leastLoaded")));
        add(Kind.ENTERED, "Activity_AnswerHandOff", Map.of());
        return promise;
    }

    private boolean rejected(int lap) {
        person(
                Kind.TASK_COMPLETED,
                "Activity_AnswerHandOff",
                Map.of(
                        "outcome",
                        "reject",
                        "rejectionReason",
                        pick("tooEarly", "noNeed", "noBudget"),
                        "learned",
                        new ListedText(pick("later", "small"))));
        add(Kind.FLOW, "Flow_Rejected", Map.of());
        add(Kind.ENTERED, "Activity_ReviewRejection", Map.of());
        if (chance(0.1)) {
            return stop();
        }
        pass(60 * 20);
        String review = pick("recycle", "recycle", "junk", "dispute");
        person(
                Kind.TASK_COMPLETED,
                "Activity_ReviewRejection",
                review.equals("dispute")
                        ? Map.of("outcome", review)
                        : Map.of("outcome", review, "marketingCause", new ListedText(pick("tooSoon", "wrongFacts"))));
        if (review.equals("dispute")) {
            add(Kind.ENTERED, "Activity_GiveVerdict", Map.of());
            pass(60 * 20);
            String verdict = pick("reaccept", "recycle", "close");
            person(Kind.TASK_COMPLETED, "Activity_GiveVerdict", Map.of("outcome", verdict));
            if (verdict.equals("reaccept")) {
                return handedOver(lap);
            }
            review = verdict.equals("close") ? "junk" : "recycle";
        }
        if (review.equals("junk")) {
            end("disqualified");
            return false;
        }
        return true;
    }

    private boolean accepted() {
        if (chance(0.1)) {
            return stop();
        }
        pass(60 * 16);
        add(Kind.FLOW, "lead-follow-up", "Flow_Reached", Map.of());
        while (chance(0.3)) {
            person(
                    Kind.TASK_COMPLETED,
                    "lead-follow-up",
                    "Activity_DecideOutcome",
                    Map.of(
                            "outcome",
                            "nextStep",
                            "nextStepDate",
                            now.plus(Duration.ofDays(9)).toString()));
            add(Kind.FLOW, "lead-follow-up", "Flow_NextStep", Map.of());
            if (chance(0.2)) {
                return stop();
            }
            pass(24 * 60 * 9);
            add(Kind.FLOW, "lead-follow-up", "Flow_NextStepDue", Map.of());
        }
        pass(24 * 60 * 30);
        switch (pick("won", "won", "lost", "notReady")) {
            case "won" -> won();
            case "lost" -> {
                person(Kind.TASK_COMPLETED, "lead-follow-up", "Activity_DecideOutcome", Map.of("outcome", "lost"));
                end("lost");
            }
            default -> {
                person(
                        Kind.TASK_COMPLETED,
                        "lead-follow-up",
                        "Activity_DecideOutcome",
                        Map.of("outcome", "notReady", "learned", new ListedText("later")));
                add(Kind.FLOW, "Flow_NotReady", Map.of());
                return true;
            }
        }
        return false;
    }

    private void won() {
        person(
                Kind.TASK_COMPLETED,
                "lead-follow-up",
                "Activity_DecideOutcome",
                chance(0.85)
                        ? Map.of(
                                "outcome",
                                "won",
                                "dealValue",
                                1_000 + random.nextInt(9_000),
                                "currency",
                                pick("EUR", "EUR", "CHF"))
                        : Map.of("outcome", "won"));
        end("won");
        if (chance(0.15)) {
            log.add(Entry.of(
                    tick(),
                    Kind.REOPENED,
                    Map.of(
                            "journey",
                            UUID.randomUUID(),
                            "previous",
                            UUID.randomUUID(),
                            "cause",
                            "winTakenBack",
                            "lap",
                            1)));
            pass(60 * 30);
            person(Kind.TASK_COMPLETED, "lead-follow-up", "Activity_DecideOutcome", Map.of("outcome", "lost"));
            end("lost");
        }
    }

    private void withdraw() {
        boolean merged = chance(0.4);
        if (chance(0.5)) {
            pass(60 * 24 * 5);
        }
        takenUp(0.2);
        if (!merged && chance(0.2)) {
            log.add(Entry.of(tick(), Kind.IMPORT_UNDONE, Map.of()));
        }
        end("withdrawn");
        if (merged) {
            log.add(Entry.of(tick(), Kind.MERGED, Map.of("into", UUID.randomUUID())));
        }
    }

    /** The quarter is over before it goes on. */
    private boolean stop() {
        return false;
    }

    private void kept(UUID promise, boolean kept, String clause) {
        log.add(Entry.of(
                tick(),
                kept ? Kind.PROMISE_KEPT : Kind.PROMISE_BROKEN,
                Map.of("promise", promise, "clause", clause, "at", now.toString(), "ended", now.toString())));
    }

    private void end(String end) {
        add(Kind.ENDED, "Event_" + end, Map.of("end", end));
    }

    private void decision(String element, String table, Map<String, ?> outputs, Map<String, ?> inputs) {
        add(
                Kind.DECISION,
                element,
                Map.of(
                        "table",
                        table,
                        "tableVersion",
                        1,
                        "rows",
                        List.of(1 + random.nextInt(4)),
                        "outputs",
                        outputs,
                        "inputs",
                        inputs));
    }

    private void person(Kind kind, String element, Map<String, ?> details) {
        person(kind, "lead-journey", element, details);
    }

    private void person(Kind kind, String model, String element, Map<String, ?> details) {
        add(kind, model, element, details);
    }

    private void add(Kind kind, String element, Map<String, ?> details) {
        add(kind, "lead-journey", element, details);
    }

    private void add(Kind kind, String model, String element, Map<String, ?> details) {
        log.add(new Entry(tick(), kind, new Entry.Place(model, version, element, null, null), details));
    }

    /** The lead, some seconds later. */
    private UUID tick() {
        now = now.plusSeconds(1 + random.nextInt(40));
        clock.set(now);
        return lead;
    }

    /** At most so many minutes. */
    private void pass(int minutes) {
        now = now.plus(Duration.ofMinutes(random.nextInt(minutes)));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
