package org.leadrelay.redesign.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Check of generated task forms: that they begin with the outcome, and keep to what the inbox can show. */
final class FormCheck implements Check {

    static final String OUTCOME = "outcome";

    private static final Set<String> TYPES = Set.of("string", "long", "date", "boolean", "enum");
    private static final Set<String> CONSTRAINTS =
            Set.of("required", "min", "max", "minlength", "maxlength", "readonly");
    private static final Set<String> FLAGS = Set.of("required", "readonly");
    private static final Set<String> PROPERTIES =
            Set.of("options", "visibleWhen", "requiredWhen", "rows", "preset", "fact");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");
    private static final Pattern OPTION = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,99}");
    private static final Pattern LIMIT = Pattern.compile("-?\\d{1,18}");
    private static final Pattern CONDITION = Pattern.compile("(?<field>[A-Za-z0-9]+)=(?<values>.+)");
    private static final Pattern PRESET = Pattern.compile("charter:rejectionReasons by [a-z][A-Za-z0-9]*");

    private static final int LONGEST = 200;

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        for (ProcessModel model : models.processes()) {
            for (Node task : model.all("userTask")) {
                new Form(model, task, known, findings).check();
            }
        }
    }

    /** The form of one task. */
    private record Form(ProcessModel model, Node task, Surroundings known, Findings findings) {

        void check() {
            List<Node> fields = ProcessModel.fields(task);
            outcome(fields);
            Map<String, Node> byId = new HashMap<>();
            for (Node field : fields) {
                if (byId.putIfAbsent(field.value("id"), field) != null) {
                    say(Rule.FIELD_TWICE, field.value("id"));
                }
            }
            for (Node field : fields) {
                named(field);
                options(field);
                constraints(field);
                properties(field, byId);
            }
        }

        private void say(Rule rule, Object... arguments) {
            findings.add(rule, model.name(), task.id(), arguments);
        }

        private void outcome(List<Node> fields) {
            Node first = fields.isEmpty() ? null : fields.get(0);
            boolean chosen = first != null && OUTCOME.equals(first.value("id")) && "enum".equals(first.value("type"));
            if (!chosen || values(first).isEmpty()) {
                say(Rule.FORM_OUTCOME);
            }
        }

        private void named(Node field) {
            String id = field.value("id");
            if (!NAME.matcher(id).matches()) {
                say(Rule.FIELD_ID, id.isEmpty() ? "-" : id);
            } else if (known.data().reserved().contains(id) || known.isBean(id)) {
                say(Rule.FIELD_RESERVED, id);
            }
            if (field.value("label").isBlank()) {
                say(Rule.FIELD_LABEL, id);
            } else if (field.value("label").length() > LONGEST) {
                say(Rule.TOO_LONG, "label", LONGEST);
            }
            if (!TYPES.contains(field.value("type"))) {
                say(Rule.FIELD_TYPE, id, field.value("type"), String.join(", ", new TreeSet<>(TYPES)));
            }
        }

        /** An enum has either its own values or an agreed list; no other type has options. */
        private void options(Node field) {
            String id = field.value("id");
            String list = property(field, "options");
            List<Node> own = values(field);
            boolean one = own.isEmpty() != list.isEmpty();
            if ("enum".equals(field.value("type")) ? !one : !own.isEmpty() || !list.isEmpty()) {
                say(Rule.FIELD_OPTIONS, id);
            } else if (!list.isEmpty() && !known.agreement().lists().contains(list)) {
                say(
                        Rule.FIELD_LIST,
                        id,
                        list,
                        String.join(", ", new TreeSet<>(known.agreement().lists())));
            }
            Set<String> seen = new HashSet<>();
            for (Node value : own) {
                boolean good = OPTION.matcher(value.value("id")).matches()
                        && !value.value("name").isBlank()
                        && seen.add(value.value("id"));
                if (!good) {
                    say(Rule.FIELD_OPTIONS, id);
                }
            }
        }

        private void constraints(Node field) {
            String id = field.value("id");
            Map<String, String> limits = new HashMap<>();
            for (Node constraint : validation(field)) {
                String name = constraint.value("name");
                String config = constraint.value("config").strip();
                boolean limit = CONSTRAINTS.contains(name) && !FLAGS.contains(name);
                if (!CONSTRAINTS.contains(name)
                        || (limit && !LIMIT.matcher(config).matches())) {
                    say(Rule.FIELD_CONSTRAINT, id, name, String.join(", ", new TreeSet<>(CONSTRAINTS)));
                } else if (limit) {
                    limits.put(name, config);
                }
            }
            range(id, limits, "min", "max");
            range(id, limits, "minlength", "maxlength");
        }

        /** Two limits between which no value fits would make a form that nobody can complete. */
        private void range(String id, Map<String, String> limits, String least, String most) {
            String from = limits.get(least);
            String to = limits.get(most);
            if (from != null && to != null && Long.parseLong(from) > Long.parseLong(to)) {
                say(Rule.FIELD_LIMITS, id, least, from, most, to);
            }
        }

        private void properties(Node field, Map<String, Node> form) {
            String id = field.value("id");
            for (Node property : propertiesOf(field)) {
                String name = property.value("id");
                String value = property.value("value");
                boolean good = switch (name) {
                    case "rows" -> value.matches("[1-9]\\d?");
                    case "preset" -> PRESET.matcher(value).matches() && "enum".equals(field.value("type"));
                    case "fact" -> known.agreement().learned().contains(value) && "enum".equals(field.value("type"));
                    default -> PROPERTIES.contains(name);
                };
                if (!good) {
                    say(Rule.FIELD_PROPERTY, id, name, String.join(", ", new TreeSet<>(PROPERTIES)));
                } else if (name.endsWith("When") && !holds(value, field, form)) {
                    say(Rule.FIELD_CONDITION, id, name, value);
                }
            }
        }

        /** A condition reads another field of the same form, and values that it can have. */
        private static boolean holds(String condition, Node field, Map<String, Node> form) {
            Matcher matcher = CONDITION.matcher(condition);
            Node asked = matcher.matches() ? form.get(matcher.group("field")) : null;
            if (asked == null || asked.value("id").equals(field.value("id"))) {
                return false;
            }
            List<String> values =
                    values(asked).stream().map(each -> each.value("id")).toList();
            return values.isEmpty()
                    || values.containsAll(List.of(matcher.group("values").split("\\|", -1)));
        }
    }

    static List<Node> values(@Nullable Node field) {
        return field == null
                ? List.of()
                : field.children().stream()
                        .filter(each -> each.isCamunda("value"))
                        .toList();
    }

    /** A form field's property, or an empty text. */
    static String property(Node field, String id) {
        return propertiesOf(field).stream()
                .filter(each -> id.equals(each.value("id")))
                .map(each -> each.value("value"))
                .findFirst()
                .orElse("");
    }

    private static List<Node> propertiesOf(Node field) {
        return field.children().stream()
                .filter(each -> each.isCamunda("properties"))
                .flatMap(each -> each.children().stream())
                .toList();
    }

    private static List<Node> validation(Node field) {
        return field.children().stream()
                .filter(each -> each.isCamunda("validation"))
                .flatMap(each -> each.children().stream())
                .toList();
    }

    /** Whether its answer becomes a variable: a text is a note, and what is only shown is nobody's answer. */
    static boolean becomesVariable(Node field) {
        return !"string".equals(field.value("type"))
                && validation(field).stream()
                        .noneMatch(
                                each -> "readonly".equals(each.value("name")) && !"false".equals(each.value("config")));
    }
}
