package org.leadrelay.charter;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Working time stands in the charter's tables as people write it: PT8H. */
@Converter
class WorkInWords implements AttributeConverter<Duration, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Duration work) {
        return work == null ? null : work.toString();
    }

    @Override
    public @Nullable Duration convertToEntityAttribute(@Nullable String words) {
        return words == null ? null : Duration.parse(words);
    }
}
