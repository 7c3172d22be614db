package org.leadrelay.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Invalid;
import org.springframework.stereotype.Component;

/** Parser of a mapping that comes as a parameter beside a file. */
@Component
class MappingJson {

    private final ObjectMapper json;

    MappingJson(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A mapping, or a list of its columns.
     *
     * @throws Invalid when it is neither
     */
    @Nullable
    ImportMapping mapping(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            JsonNode tree = json.readTree(text);
            if (tree.isArray()) {
                List<ImportMapping.Column> columns = json.convertValue(tree, new TypeReference<>() {});
                return new ImportMapping(columns, null, null, null);
            }
            if (tree.isObject()) {
                return json.treeToValue(tree, ImportMapping.class);
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Invalid unreadable() {
        return Invalid.field(
                "columns",
                "The columns cannot be read.",
                "Write a list such as [{\"column\": \"Wer\", \"target\": \"name\"}].");
    }
}
