package org.leadrelay.redesign.difference;

import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.difference.ModelChange.Kind;
import org.leadrelay.redesign.gate.Node;

/** Sentences about the form of a task: questions, their rules, and the answers they offer. */
record FormSentences(ModelPhrases speech) {

    String of(String id, Delta delta) {
        String step = speech.name(id);
        Node field = delta.within("formField");
        if (field == null) {
            return changed("form.other", step, "", delta.property(), delta);
        }
        String asked = speech.own().field(id, field);
        Node part = delta.part();
        if (field.equals(part)) {
            return field(step, asked, delta);
        }
        Node option = delta.within("value");
        if (option != null) {
            return option(step, asked, speech.own().option(id, field, option), delta);
        }
        Node constraint = delta.within("constraint");
        if (constraint != null) {
            return constraint(step, asked, constraint, delta);
        }
        Node property = delta.within("property");
        if (property != null
                && (delta.attribute().isEmpty() || delta.attribute().equals("value"))) {
            return property(step, asked, property, delta);
        }
        return changed("form.field", step, asked, delta.property(), delta);
    }

    private String field(String step, String asked, Delta delta) {
        return switch (delta.attribute()) {
            case Delta.WHOLE -> speech.text(delta.kind() == Kind.ADDED ? "form.asks" : "form.asksNot", step, asked);
            case "label" -> speech.text("form.label", step, speech.value(delta.before()), speech.value(delta.after()));
            case "type" -> speech.text("form.type", step, asked, type(delta.after()), type(delta.before()));
            case Delta.ORDER -> speech.text("form.order", step, order(delta.after()));
            default -> changed("form.field", step, asked, delta.attribute(), delta);
        };
    }

    private String option(String step, String asked, String answer, Delta delta) {
        return switch (delta.attribute()) {
            case Delta.WHOLE ->
                speech.text(delta.kind() == Kind.ADDED ? "form.answer" : "form.answerGone", step, asked, answer);
            case "name" ->
                speech.text("form.answerNamed", step, asked, speech.value(delta.before()), speech.value(delta.after()));
            case Delta.ORDER -> speech.text("form.answers", step, asked, order(delta.after()));
            default -> changed("form.answerOther", step, asked, answer, delta);
        };
    }

    /** The order is one of keys, and the first of them would only be one of many. */
    private static String order(@Nullable String keys) {
        return keys == null ? "" : keys;
    }

    private String constraint(String step, String asked, Node constraint, Delta delta) {
        String now = delta.after() == null ? "" : rule(constraint, delta, delta.after());
        String then = delta.before() == null ? "" : rule(constraint, delta, delta.before());
        return speech.text("form.rule." + delta.kind().code(), step, asked, now, then);
    }

    /** Of a whole one the value holds its name and its figure. */
    private String rule(Node constraint, Delta delta, String value) {
        boolean whole = delta.attribute().equals(Delta.WHOLE);
        String name = whole ? value.split(" ", 2)[0] : constraint.value("name");
        String figure =
                whole ? value.substring(Math.min(value.length(), name.length())).strip() : value;
        return speech.find("form.rule." + name, figure)
                .orElseGet(() -> speech.text("quoted", (name + " " + figure).strip()));
    }

    private String property(String step, String asked, Node property, Delta delta) {
        String name = PartMatching.key(property);
        String said = speech.find("form.property." + name).orElse(name);
        boolean whole = delta.attribute().equals(Delta.WHOLE);
        String now = whole ? property.value("value") : delta.after();
        return whole
                ? speech.text("form.property." + delta.kind().code(), step, asked, said, speech.value(now))
                : changed("form.field", step, asked, said, delta);
    }

    private String type(@Nullable String type) {
        return type == null
                ? speech.text("nothing")
                : speech.find("form.type." + type).orElse(type);
    }

    private String changed(String key, String step, String asked, String what, Delta delta) {
        return speech.text(key, step, asked, what, speech.value(delta.after()), speech.value(delta.before()));
    }
}
