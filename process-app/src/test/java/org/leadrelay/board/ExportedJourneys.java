package org.leadrelay.board;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the exports of some leads tell: journeys, their laps and their promises. It shares no class with the product. */
final class ExportedJourneys {

    final List<Way> ways = new ArrayList<>();
    final List<Round> rounds = new ArrayList<>();
    final List<Word> words = new ArrayList<>();

    /** One line of an export. */
    record Line(Instant at, String kind, String person, String element, JsonNode details) {

        boolean is(String wanted, String... elements) {
            return kind.equals(wanted)
                    && (elements.length == 0 || Arrays.asList(elements).contains(element));
        }

        String text(String key) {
            return details.hasNonNull(key) ? details.get(key).asText() : null;
        }

        Instant moment(String key) {
            return text(key) == null ? null : Instant.parse(text(key));
        }
    }

    /** A journey. */
    static final class Way {
        Instant captured;
        Instant mature;
        Instant handed;
        Instant accepted;
        Instant contacted;
        Instant won;
        Instant ended;
        String end;
        String id;
        String source;
        String content;
        String rep;
        String outside;
        Long value;
        String currency;
    }

    /** A lap. */
    static final class Round {
        Way way;
        int number;
        String rep;
        boolean last;
        Instant rated;
        String fit;
        Integer maturity;
        String route;
        Integer row;
        Instant handed;
        Instant given;
        Instant accepted;
        Instant rejected;
        Instant contacted;
        Instant reviewed;
        Instant judged;
        Instant left;
        Instant word;
        String reason;
        String learned;
        String cause;
        String review;
        String verdict;
        String state = "";
        int missed;
        Map<String, String> read = new HashMap<>();
        Round before;

        Instant answered() {
            return accepted != null && (rejected == null || accepted.isAfter(rejected)) ? accepted : rejected;
        }

        boolean saidYes() {
            return accepted != null && (rejected == null || accepted.isAfter(rejected));
        }

        Instant won() {
            return last ? way.won : null;
        }
    }

    /** A promise. */
    static final class Word {
        Way way;
        Round round;
        String clause;
        String role;
        String state = "open";
        Instant due;
    }
}
