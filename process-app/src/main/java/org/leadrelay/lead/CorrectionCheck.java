package org.leadrelay.lead;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.TextNormalizer;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/** Validation of what a person corrects: a value in normal form, and of an agreed list one of its lines. */
@Component
class CorrectionCheck {

    private static final Wording WORDING = Wording.of(CorrectionCheck.class);

    private final FactDefinitions definitions;
    private final Phones phones;
    private final LearnedFacts learned;

    CorrectionCheck(FactDefinitions definitions, Phones phones, LearnedFacts learned) {
        this.definitions = definitions;
        this.phones = phones;
        this.learned = learned;
    }

    /** The lines of the agreed list among which one chooses; empty where anything may be written. */
    List<LearnedOption> choices(String name) {
        return LearnedList.of(name).map(learned::lines).orElse(List.of());
    }

    /**
     * @param name the field's or attribute's
     * @return the value in normal form; null where it removes the fact
     * @throws Invalid when it cannot be taken
     */
    @Nullable
    String checked(Optional<Field> known, String name, @Nullable String raw) {
        if (name.isEmpty()) {
            throw Invalid.field("name", WORDING.text("noField"));
        }
        String value = TextNormalizer.clean(raw);
        if (known.isPresent() && (known.get().isSwitch() || known.get() == Field.EXTERNAL_ID)) {
            throw Invalid.field(name, WORDING.text(known.get().isSwitch() ? "notCorrectedButSaid" : "notCorrected"));
        }
        if (value.isEmpty()) {
            return null;
        }
        String problem = TextRules.problem(value, known.map(Field::longest).orElse(10_000));
        problem = problem == null ? TextRules.problem(name, 200) : problem;
        if (problem != null) {
            throw Invalid.field(name, problem);
        }
        return normal(known, name, value, String.valueOf(raw));
    }

    private static String told(List<LearnedOption> lines) {
        return lines.stream()
                .map(each -> each.key() + " (" + each.words().in(Wording.language()) + ")")
                .collect(Collectors.joining(", "));
    }

    private String normal(Optional<Field> known, String name, String value, String raw) {
        if (known.isPresent() && known.get() == Field.EMAIL) {
            return Emails.normalise(value)
                    .filter(each -> !Placeholders.isNoEmail(each))
                    .orElseThrow(() -> Invalid.field(name, Emails.refusal(raw)));
        }
        if (known.isPresent() && known.get() == Field.COUNTRY) {
            String country = phones.country(value);
            return country == null ? value : country;
        }
        List<LearnedOption> lines = choices(name);
        if (!lines.isEmpty()) {
            return LearnedList.of(name)
                    .flatMap(list -> learned.key(list, value))
                    .orElseThrow(() -> Invalid.field(name, WORDING.text("notAgreed", told(lines))));
        }
        Optional<FactDefinition> definition = definitions.find(name);
        if (definition.isPresent() && definition.get().type() == FactDefinition.Type.NUMBER) {
            Optional<BigDecimal> number = TextRules.number(value);
            String problem = FactValues.problem(definition.get(), number);
            if (problem != null) {
                throw Invalid.field(name, problem);
            }
            return number.orElseThrow().stripTrailingZeros().toPlainString();
        }
        return definitions.canonical(name, value).orElse(value);
    }
}
