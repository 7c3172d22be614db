package org.leadrelay.process.engine;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Variable serializer that refuses everything but texts, numbers, booleans, dates and null. It stands before the
 * engine's own serializers and takes what they would take.
 */
class RefusedValues extends AbstractTypedValueSerializer<TypedValue> {

    RefusedValues(ValueType type) {
        super(type);
    }

    @SuppressWarnings("rawtypes")
    static List<TypedValueSerializer> all() {
        return List.of(
                new RefusedValues(ValueType.BYTES),
                new RefusedValues(ValueType.FILE),
                new RefusedValues(ValueType.OBJECT));
    }

    @Override
    public String getName() {
        return "refused-" + getType().getName();
    }

    /**
     * Names the engine's default format, so that of two serializers that could, it takes this one.
     */
    @Override
    public @Nullable String getSerializationDataformat() {
        return SerializationDataFormats.JAVA.getName();
    }

    @Override
    protected boolean canWriteValue(TypedValue value) {
        if (value.getType() != null) {
            return true;
        }
        Object content = value.getValue();
        return !(content == null
                || content instanceof String
                || content instanceof Boolean
                || content instanceof Integer
                || content instanceof Long
                || content instanceof Short
                || content instanceof Double
                || content instanceof Date);
    }

    @Override
    public TypedValue convertToTypedValue(UntypedValueImpl untyped) {
        return Variables.objectValue(untyped.getValue(), untyped.isTransient()).create();
    }

    /** A transient value, such as the facts of one decision, is never written anywhere. */
    @Override
    public void writeValue(TypedValue value, ValueFields fields) {
        if (!value.isTransient()) {
            throw refusal();
        }
    }

    @Override
    public TypedValue readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
        throw refusal();
    }

    /**
     * Says nothing of the value itself: it may be somebody's name, and the engine stores stack
     * traces.
     */
    private static ProcessEngineException refusal() {
        return new ProcessEngineException(
                "a process variable is a text, a number, a boolean, a date or null: hand over an id and keep the"
                        + " object in the lead's own tables");
    }
}
