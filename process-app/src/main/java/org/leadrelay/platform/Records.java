package org.leadrelay.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Copies of records with one component replaced (withers): a record with many components need not
 * list them all in each. The copy passes the record's own constructor, so it is checked as usual.
 */
public final class Records {

    private Records() {}

    /**
     * @throws IllegalArgumentException when the record has no such component
     */
    public static <R extends Record> R with(R record, String component, @Nullable Object value) {
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) record.getClass();
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new @Nullable Object[components.length];
        boolean found = false;
        try {
            for (int i = 0; i < components.length; i++) {
                boolean replaced = components[i].getName().equals(component);
                found |= replaced;
                values[i] = replaced ? value : read(record, components[i]);
            }
            if (!found) {
                throw new IllegalArgumentException(type.getSimpleName() + " has no component " + component);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be copied", e);
        }
    }

    private static @Nullable Object read(Record record, RecordComponent component) throws ReflectiveOperationException {
        return component.getAccessor().invoke(record);
    }
}
