package org.leadrelay.redesign.difference;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.difference.ModelChange.Kind;
import org.leadrelay.redesign.gate.Node;

/** Sentences about a process in one language, each about one difference. */
final class Sentences {

    private static final int LONGEST = 160;

    private static final Set<String> MAPPED = Set.of("in", "out", "inputParameter", "outputParameter");

    private final ModelPhrases speech;

    Sentences(ModelPhrases speech) {
        this.speech = speech;
    }

    /** An element that is new. */
    String added(String id, Node node, String lane) {
        String type = type(node);
        return lane.isEmpty()
                ? speech.text("element.added", type, speech.name(id))
                : speech.text("element.addedIn", type, speech.name(id), speech.name(lane));
    }

    String removed(String id, Node node) {
        return speech.text("element.removed", type(node), speech.name(id));
    }

    String renamed(Node node, String before, String after) {
        return speech.text("element.renamed", type(node), speech.name(after), before, after);
    }

    private String type(Node node) {
        return speech.find("type." + node.name())
                .orElseGet(() -> speech.find("type." + node.name().replaceFirst("^.*?(?=(Task|Event|Gateway)$)", ""))
                        .orElse(node.name()));
    }

    String changed(String id, Node element, Delta delta, Category category) {
        return switch (category) {
            case DEADLINE -> deadline(id, element, delta);
            case ROLE -> role(id, element, delta);
            case FORM -> new FormSentences(speech).of(id, delta);
            case CONDITION -> condition(id, delta);
            case MAPPING -> mapping(id, delta);
            default -> other(id, delta);
        };
    }

    private String deadline(String id, Node element, Delta delta) {
        boolean timer = delta.isWithin("timerEventDefinition");
        boolean isTime = !timer || isTime(delta);
        if (!isTime) {
            return other(id, delta);
        }
        String host = element.value("attachedToRef");
        String step = host.isEmpty() ? id : host;
        String key = "deadline." + delta.kind().code();
        String term = speech.text(term(element, delta));
        String now = delta.after() == null ? "" : speech.time(delta.after(), step);
        String then = delta.before() == null ? "" : speech.time(delta.before(), step);
        return speech.text(key, speech.name(step), term, now, then);
    }

    private static boolean isTime(Delta delta) {
        return delta.attribute().equals(Delta.TEXT)
                || (delta.attribute().equals(Delta.WHOLE)
                        && !Objects.requireNonNull(delta.part()).name().equals("timerEventDefinition"));
    }

    private static String term(Node element, Delta delta) {
        if (delta.attribute().equals("camunda:dueDate")) {
            return "term.deadline";
        }
        if (delta.attribute().equals("camunda:followUpDate")) {
            return "term.followUp";
        }
        if (!element.name().equals("boundaryEvent")) {
            return "term.wait";
        }
        List<String> values = Stream.of(delta.before(), delta.after())
                .filter(Objects::nonNull)
                .toList();
        if (values.stream().anyMatch(each -> each.contains("remind."))) {
            return "term.reminder";
        }
        if (values.stream().anyMatch(each -> each.contains("due."))) {
            return "term.escalation";
        }
        return element.value("cancelActivity").equals("false") ? "term.reminder" : "term.limit";
    }

    private String role(String id, Node element, Delta delta) {
        if (element.name().equals("lane")) {
            return speech.text("role.laneNamed", speech.role(or(delta.before())), speech.role(or(delta.after())));
        }
        return switch (delta.attribute()) {
            case Delta.LANE -> speech.text("role.lane", speech.name(id), place(delta.after()), place(delta.before()));
            case "camunda:assignee" ->
                speech.text("role.assignee", speech.name(id), speech.role(delta.after()), speech.role(delta.before()));
            default ->
                speech.text("role.group", speech.name(id), speech.role(delta.after()), speech.role(delta.before()));
        };
    }

    private String place(@Nullable String element) {
        return element == null || element.isEmpty()
                ? speech.text("nothing")
                : speech.text("quoted", speech.name(element));
    }

    private String condition(String id, Delta delta) {
        String subject = speech.name(id);
        if (delta.attribute().equals("default")) {
            return speech.text("condition.default", subject, place(delta.after()), place(delta.before()));
        }
        if (delta.attribute().equals(Delta.ORDER)) {
            return speech.text("condition.order", subject, list(delta.after()));
        }
        if (delta.attribute().equals(Delta.TEXT) || delta.attribute().equals(Delta.WHOLE)) {
            return speech.text(
                    "condition." + delta.kind().code(),
                    subject,
                    speech.condition(delta.after()),
                    speech.condition(delta.before()));
        }
        return other(id, delta);
    }

    private String list(@Nullable String ids) {
        return Stream.of(or(ids).split(", ", -1)).map(this::place).collect(Collectors.joining(", "));
    }

    private String mapping(String id, Delta delta) {
        Optional<Node> part =
                MAPPED.stream().map(delta::within).filter(Objects::nonNull).findFirst();
        if (part.isEmpty()) {
            return other(id, delta);
        }
        Node mapped = part.get();
        String key = "mapping." + mapped.name();
        String what = passed(mapped);
        if (delta.attribute().equals(Delta.WHOLE) && mapped.equals(delta.part())) {
            return speech.text(key + (delta.kind() == Kind.ADDED ? ".added" : ".removed"), speech.name(id), what);
        }
        return speech.text(
                key + ".changed", speech.name(id), what, speech.value(delta.after()), speech.value(delta.before()));
    }

    /** The variable that is passed on, and as what. */
    private String passed(Node mapped) {
        String from = Stream.of("source", "sourceExpression", "businessKey", "variables", "name")
                .map(mapped::value)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        String to = mapped.value("target");
        String inner = ModelPhrases.inside(from);
        String said = ModelPhrases.words(inner == null ? from : inner);
        return to.isEmpty() || to.equals(from) ? said : speech.text("mapping.as", said, ModelPhrases.words(to));
    }

    /** What has no sentence of its own: the property, and its values. */
    private String other(String id, Delta delta) {
        String subject = id.isEmpty() ? speech.text("file") : speech.name(id);
        if (delta.attribute().equals("name") && delta.parts().isEmpty()) {
            return speech.text("words.name", speech.value(delta.before()), speech.value(delta.after()));
        }
        if (Stream.of("documentation", "description").anyMatch(delta::isWithin)
                && delta.attribute().matches("|#text")) {
            return speech.text("words.description", subject, speech.value(brief(delta.after())));
        }
        String property = property(delta);
        String called = speech.find("property." + property.replaceFirst("^(camunda:|#)", ""))
                .orElseGet(() -> delta.property().replaceFirst("^camunda:", ""));
        return speech.text(
                "property." + delta.kind().code(),
                subject,
                called,
                said(delta, delta.after()),
                said(delta, delta.before()));
    }

    private static String property(Delta delta) {
        Node part = delta.part();
        boolean listener = delta.isWithin("executionListener") || delta.isWithin("taskListener");
        return part != null && (listener || isCommon(delta.attribute())) ? part.name() : delta.attribute();
    }

    private static boolean isCommon(String attribute) {
        return attribute.isEmpty() || attribute.startsWith("#");
    }

    /** The names of elements that a value names; else the value, an expression without its brackets. */
    private String said(Delta delta, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return speech.value(value);
        }
        if (delta.attribute().equals(Delta.TYPE)) {
            return speech.find("type." + value).orElse(value);
        }
        if (delta.attribute().equals(Delta.WHOLE)) {
            return speech.value(brief(value));
        }
        String inner = ModelPhrases.inside(value);
        return place(inner == null ? brief(value) : inner);
    }

    private static @Nullable String brief(@Nullable String value) {
        return value == null || value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }
}
