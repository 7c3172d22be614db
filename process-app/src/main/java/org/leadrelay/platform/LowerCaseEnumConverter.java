package org.leadrelay.platform;

import jakarta.persistence.AttributeConverter;
import java.util.Locale;

/** JPA converter of enums in lower case: {@code queued}, not {@code QUEUED}. */
public abstract class LowerCaseEnumConverter<E extends Enum<E>> implements AttributeConverter<E, String> {

    private final Class<E> states;

    protected LowerCaseEnumConverter(Class<E> states) {
        this.states = states;
    }

    @Override
    public String convertToDatabaseColumn(E state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public E convertToEntityAttribute(String stored) {
        return Enum.valueOf(states, stored.toUpperCase(Locale.ROOT));
    }
}
