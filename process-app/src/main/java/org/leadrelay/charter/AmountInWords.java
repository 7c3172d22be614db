package org.leadrelay.charter;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.leadrelay.workingtime.WorkAmount;

/** JPA converter of working time as people write it: PT8H, P1D. */
@Converter
class AmountInWords implements AttributeConverter<WorkAmount, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable WorkAmount work) {
        return work == null ? null : work.toString();
    }

    @Override
    public @Nullable WorkAmount convertToEntityAttribute(@Nullable String words) {
        return words == null ? null : WorkAmount.parse(words);
    }
}
