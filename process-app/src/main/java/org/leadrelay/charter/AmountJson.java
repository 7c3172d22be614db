package org.leadrelay.charter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import org.leadrelay.workingtime.WorkAmount;

/** JSON serialization of working time: {@code PT8H}, or {@code P1D}, which is a working day and not 24 hours. */
class AmountJson extends StdDeserializer<WorkAmount> {

    private static final long serialVersionUID = 1L;

    AmountJson() {
        super(WorkAmount.class);
    }

    @Override
    public WorkAmount deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getValueAsString("");
        try {
            return WorkAmount.parse(text);
        } catch (IllegalArgumentException e) {
            throw InvalidFormatException.from(
                    parser,
                    "working time is written in hours and minutes or in working days: PT1H30M, P1D",
                    text,
                    WorkAmount.class);
        }
    }
}
