package org.leadrelay.charter;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * KPI target of one metric, with owner and review date.
 *
 * @param owner a login, or a mandate: {@code head-of-sales}
 */
@Embeddable
public record Figure(
        @Convert(converter = MetricAsCode.class) Metric metric,
        BigDecimal value,
        String owner,
        @Nullable LocalDate review) {

    public Figure {
        value = value == null ? BigDecimal.ZERO : plain(value);
        owner = EmptyDefaults.text(owner);
    }

    /** 0.80 and 0.8 are the same figure, and one text has one hash. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Converter
    static class MetricAsCode implements AttributeConverter<Metric, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Metric metric) {
            return metric == null ? null : metric.code();
        }

        @Override
        public @Nullable Metric convertToEntityAttribute(@Nullable String code) {
            return code == null ? null : Metric.ofCode(code);
        }
    }
}
