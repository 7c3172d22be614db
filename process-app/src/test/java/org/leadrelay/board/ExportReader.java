package org.leadrelay.board;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leadrelay.board.ExportedJourneys.Line;
import org.leadrelay.board.ExportedJourneys.Round;
import org.leadrelay.board.ExportedJourneys.Way;
import org.leadrelay.board.ExportedJourneys.Word;

/**
 * Reader of exported JSON Lines, for the independent recomputation of the boards: it knows the shipped models by their ids, and shares no
 * class with the product.
 */
final class ExportReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExportedJourneys journeys = new ExportedJourneys();
    private final Map<String, String> logins = new HashMap<>();

    private ExportReader() {}

    /**
     * @param logs the export of each lead, lines of JSON, with the people whom they name
     */
    static ExportedJourneys read(Collection<String> logs) throws Exception {
        ExportReader reader = new ExportReader();
        for (String log : logs) {
            for (String text : log.split("\n", -1)) {
                if (text.startsWith("{\"ref\":")) {
                    JsonNode person = JSON.readTree(text);
                    reader.logins.put(
                            person.get("ref").asText(), person.get("login").asText());
                }
            }
            List<Line> lines = new ArrayList<>();
            for (String text : log.split("\n", -1)) {
                JsonNode line = text.isBlank() ? null : JSON.readTree(text);
                if (line != null && line.has("kind")) {
                    lines.add(new Line(
                            Instant.parse(line.get("at").asText()),
                            line.get("kind").asText(),
                            line.path("person").asText(line.path("personRef").asText()),
                            line.path("elementId").asText(""),
                            JSON.readTree(line.get("details").asText())));
                }
            }
            reader.read(lines);
        }
        return reader.journeys;
    }

    private void read(List<Line> lines) {
        Way way = null;
        Round round = null;
        Line answer = null;
        String since = null;
        Map<String, Word> promises = new HashMap<>();
        for (Line line : lines) {
            boolean again = line.is("reopened") && "winTakenBack".equals(line.text("cause"));
            if (again) {
                way.won = null;
                way.ended = null;
                way.end = null;
                way.value = null;
                way.currency = null;
                round.left = null;
                round.state = "followUp";
                continue;
            }
            if (line.is("captured") || line.is("reopened")) {
                Way next = new Way();
                next.captured = line.at();
                next.source = line.is("captured") ? line.text("source") : way.source;
                next.id = line.is("captured") ? line.text("journey") : way.id;
                next.content = since;
                since = null;
                way = next;
                journeys.ways.add(way);
                round = round(way, 1, null);
                answer = null;
                continue;
            }
            if (way == null) {
                continue;
            }
            if (line.kind().startsWith("promise-") && promise(line, way, round, promises)) {
                continue;
            }
            boolean takenUp = line.is("signal") && line.text("content") != null && !"false".equals(line.text("counts"));
            if (takenUp && way.ended != null && since == null) {
                since = line.text("content");
            } else if (takenUp && way.ended == null && way.handed == null && way.content == null) {
                way.content = line.text("content");
            }
            if (line.is("merged") && line.text("into") != null && (way.ended == null || "withdrawn".equals(way.end))) {
                way.outside = "merged";
            } else if (line.is("import-undone")) {
                way.outside = "undone";
            } else if (way.ended == null) {
                if (line.is("task-completed")) {
                    answer = line;
                }
                round = step(line, way, round, answer);
            }
        }
    }

    private Round round(Way way, int number, Round before) {
        Round round = new Round();
        round.way = way;
        round.number = number;
        round.last = true;
        round.before = before;
        if (before != null) {
            before.last = false;
        }
        journeys.rounds.add(round);
        return round;
    }

    private boolean promise(Line line, Way way, Round round, Map<String, Word> promises) {
        if (line.is("promise-opened")) {
            Word word = new Word();
            word.way = way;
            word.round = round;
            word.clause = line.text("clause");
            word.role = line.text("role");
            word.due = line.moment("due");
            promises.put(line.text("promise"), word);
            journeys.words.add(word);
            return true;
        }
        Word word = promises.get(line.text("promise"));
        if (word == null || line.is("promise-reason") || line.is("promise-reminded") || line.is("promise-paused")) {
            return false;
        }
        if (line.text("due") != null) {
            word.due = line.moment("due");
        }
        if (line.is("promise-kept") || line.is("promise-broken")) {
            word.state = line.kind().substring("promise-".length());
        }
        return true;
    }

    private Round step(Line line, Way way, Round round, Line answer) {
        if (round.handed != null
                && !line.person().equals("system")
                && !line.person().startsWith("key:")
                && List.of("task-claimed", "task-completed", "comment", "question", "promise-reason")
                        .contains(line.kind())) {
            round.word = line.at();
        }
        if (line.is("decision")) {
            decision(line, way, round);
        } else if (line.is("choice") && line.text("rep") != null) {
            round.rep = logins.getOrDefault(line.text("rep"), line.text("rep"));
            way.rep = round.rep;
        } else if (line.is("entered", "Activity_AnswerHandOff")) {
            round.given = line.at();
            round.handed = round.handed == null ? line.at() : round.handed;
            way.handed = way.handed == null ? line.at() : way.handed;
            round.state = "unanswered";
        } else if (line.is("entered", "Activity_ReviewRejection", "Activity_GiveVerdict")) {
            round.state = "inReview";
        } else if (line.is("task-completed", "Activity_ReviewRejection")) {
            round.reviewed = line.at();
            round.review = line.text("outcome");
            round.cause = line.text("marketingCause");
        } else if (line.is("task-completed", "Activity_GiveVerdict")) {
            round.judged = line.at();
            round.verdict = line.text("outcome");
        } else if (line.is("ended")) {
            end(line, way, round, answer);
        } else if (line.is("flow")) {
            return flow(line, way, round, answer);
        }
        return round;
    }

    private static void decision(Line line, Way way, Round round) {
        JsonNode outputs = line.details().path("outputs");
        boolean maturity = line.element().equals("Activity_RateMaturity") && outputs.has("maturity");
        if (maturity) {
            round.maturity = outputs.get("maturity").asInt();
            if (way.mature == null && round.maturity >= 3) {
                way.mature = line.at();
            }
        } else if (outputs.has("fit")) {
            round.fit = outputs.get("fit").asText();
        } else if (outputs.has("route")) {
            round.rated = line.at();
            round.route = outputs.get("route").asText();
            round.row = line.details().path("rows").path(0).isNumber()
                    ? line.details().get("rows").get(0).asInt()
                    : null;
        }
        if (maturity || outputs.has("fit")) {
            line.details().path("inputs").properties().forEach(input -> {
                if (!input.getValue().isNull()) {
                    round.read.put(input.getKey(), input.getValue().asText());
                }
            });
        }
    }

    private Round flow(Line line, Way way, Round round, Line answer) {
        switch (line.element()) {
            case "Flow_Accepted" -> {
                round.accepted = line.at();
                way.accepted = way.accepted == null ? line.at() : way.accepted;
                round.state = "noContact";
            }
            case "Flow_Rejected" -> {
                round.rejected = line.at();
                round.reason = answer == null ? null : answer.text("rejectionReason");
                round.learned = answer == null ? null : answer.text("learned");
                round.state = "inReview";
            }
            case "Flow_AnswerOverdue" -> {
                round.missed++;
                round.state = "missed";
            }
            case "Flow_Reached", "Flow_NextStepDue", "Flow_EngagedBeforeNextStep" -> {
                round.contacted = round.contacted == null ? line.at() : round.contacted;
                way.contacted = way.contacted == null ? line.at() : way.contacted;
                round.state = "followUp";
            }
            case "Flow_NextStep" -> round.state = "buyersDay";
            case "Flow_NotReady" -> {
                if (round.accepted != null) {
                    round.learned = answer == null ? null : answer.text("learned");
                    round.state = "notReady";
                }
            }
            case "Flow_NextLap" -> {
                round.left = line.at();
                round.state = round.state.equals("inReview") ? "recycled" : round.state;
                return round(way, round.number + 1, round);
            }
            default -> {}
        }
        return round;
    }

    private static void end(Line line, Way way, Round round, Line answer) {
        way.ended = line.at();
        way.end = line.text("end");
        round.left = line.at();
        round.state = way.end.equals("disqualified") ? "closed" : way.end;
        if (way.end.equals("won")) {
            way.won = line.at();
            if (answer != null && answer.details().hasNonNull("dealValue")) {
                way.value = answer.details().get("dealValue").asLong();
                way.currency = answer.text("currency");
            }
        }
        boolean soon = !line.at().isAfter(way.captured.plus(Duration.ofDays(1)));
        if (way.outside == null && way.end.equals("withdrawn") && soon) {
            way.outside = "withdrawn";
        }
    }
}
