package org.leadrelay.lead;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Wording;

/** Typed values, as the rules see them: Long, Double, Boolean or a listed text. */
final class FactValues {

    private static final Wording WORDING = Wording.of(FactValues.class);

    private static final String OTHER = "other";

    private FactValues() {}

    /**
     * What keeps this from being the number that the definition asks for; null when nothing does.
     */
    static @Nullable String problem(FactDefinition definition, Optional<BigDecimal> number) {
        if (number.isEmpty()) {
            return WORDING.text("noNumber");
        }
        BigDecimal minimum = definition.minimum();
        BigDecimal maximum = definition.maximum();
        if (minimum != null && number.get().compareTo(minimum) < 0) {
            return WORDING.text("tooSmall", minimum.toPlainString());
        }
        if (maximum != null && number.get().compareTo(maximum) > 0) {
            return WORDING.text("tooLarge", maximum.toPlainString());
        }
        return null;
    }

    /** The value for the rules; null where it does not fit the definition. */
    static @Nullable Object typed(FactDefinition definition, String value, FactDefinitions definitions) {
        return switch (definition.type()) {
            case NUMBER -> {
                Optional<BigDecimal> number = TextRules.number(value);
                yield problem(definition, number) == null ? plain(number.orElseThrow()) : null;
            }
            case BOOLEAN -> TextRules.yesOrNo(value).orElse(null);
            case LISTED -> definitions.canonical(definition.name(), value).orElse(OTHER);
            case TEXT -> null;
        };
    }

    private static Object plain(BigDecimal number) {
        BigDecimal least = number.stripTrailingZeros();
        return least.scale() <= 0 ? (Object) least.longValue() : (Object) least.doubleValue();
    }
}
