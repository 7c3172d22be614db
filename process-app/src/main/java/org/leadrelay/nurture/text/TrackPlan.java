package org.leadrelay.nurture.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.leadrelay.charter.AgreedTables;
import org.leadrelay.charter.AgreedTables.DecisionTable;
import org.leadrelay.charter.AgreedTables.Rule;
import org.leadrelay.redesign.Releases;
import org.springframework.stereotype.Component;

/** The steps of all tracks, as the table {@code nurture-track} in force plans them. */
@Component
class TrackPlan {

    private static final String TABLE = "nurture-track";
    private static final String MAIL = "mail";

    /** Kind of a touch that a marketing tool sends. */
    private static final String EXTERNAL = "external";

    private static final Pattern WAIT = Pattern.compile("P[0-9DWMYTHS]+");

    private final Releases releases;
    private final AgreedTables tables;

    TrackPlan(Releases releases, AgreedTables tables) {
        this.releases = releases;
        this.tables = tables;
    }

    /**
     * A row that plans a touch.
     *
     * @param key of a step that a marketing tool sends, its track and what the row hands over: {@code mailer/welcome}
     * @param kind of the touch: {@code mail}, {@code call}, {@code external}
     * @param why what the row says of itself, in the reader's language
     */
    record Step(TextKey key, String kind, String why) {}

    /** In the order of the rows; each text once. */
    List<Step> steps() {
        Integer version = releases.current().tables().get(TABLE);
        return version == null
                ? List.of()
                : tables.table(TABLE, version).map(TrackPlan::steps).orElse(List.of());
    }

    /** A process owner may call columns otherwise and move them: which is which is told by what stands in them. */
    private static List<Step> steps(DecisionTable table) {
        Optional<Integer> kind = column(table, value -> value.equals(MAIL) || value.equals(EXTERNAL));
        if (kind.isEmpty()) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        for (Rule rule : table.rules()) {
            String touch = plain(rule.outputs().get(kind.get()));
            template(rule, kind.get())
                    .flatMap(template -> touch.equals(EXTERNAL)
                            ? Optional.of(new TextKey(track(table, rule, kind.get()), template))
                            : TextKey.ofTemplate(template))
                    .filter(key -> steps.stream().noneMatch(each -> each.key().equals(key)))
                    .ifPresent(key -> steps.add(new Step(key, touch, rule.why())));
        }
        return steps;
    }

    private static Optional<String> template(Rule rule, int kind) {
        return IntStream.range(0, rule.outputs().size())
                .filter(column -> column != kind)
                .mapToObj(column -> plain(rule.outputs().get(column)))
                .filter(TrackPlan::isTemplate)
                .findFirst();
    }

    /** A tool's name for a step names no track: that is the condition which the rows of our own texts have theirs in. */
    private static String track(DecisionTable table, Rule rule, int kind) {
        return IntStream.range(0, rule.inputs().size())
                .filter(column -> table.rules().stream()
                        .anyMatch(each -> template(each, kind)
                                .flatMap(TextKey::ofTemplate)
                                .filter(key ->
                                        key.track().equals(plain(each.inputs().get(column))))
                                .isPresent()))
                .mapToObj(column -> plain(rule.inputs().get(column)))
                .filter(track -> !track.isEmpty())
                .findFirst()
                .orElse(TextKey.GENERAL.track());
    }

    private static Optional<Integer> column(DecisionTable table, Predicate<String> has) {
        return IntStream.range(0, table.outputs().size())
                .filter(column -> table.rules().stream()
                        .anyMatch(rule -> has.test(plain(rule.outputs().get(column)))))
                .boxed()
                .findFirst();
    }

    private static boolean isTemplate(String value) {
        return !value.isEmpty()
                && !value.equals("true")
                && !value.equals("false")
                && !WAIT.matcher(value).matches();
    }

    private static String plain(String value) {
        return value.strip().replaceAll("^\"|\"$", "");
    }
}
