package org.leadrelay.intake;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import org.leadrelay.lead.FactDefinition;
import org.leadrelay.lead.FactDefinitions;
import org.leadrelay.lead.Field;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** JSON schema of a lead for the API's description, generated from the known fields. */
@Component
class LeadSchema implements OpenApiCustomizer {

    private static final String NAME = "IncomingLead";
    private static final int MOST_AT_ONCE = 1_000;

    private final FactDefinitions facts;

    LeadSchema(FactDefinitions facts) {
        this.facts = facts;
    }

    @Override
    public void customise(OpenAPI api) {
        PathItem take = api.getPaths() == null ? null : api.getPaths().get("/api/leads");
        if (take == null || take.getPost() == null) {
            return; // a group of paths without this one
        }
        api.getComponents().addSchemas(NAME, lead());
        Schema<?> one = new Schema<>().$ref(NAME);
        Schema<?> several = new ArraySchema().items(new Schema<>().$ref(NAME)).maxItems(MOST_AT_ONCE);
        Schema<?> body = new ComposedSchema().addOneOfItem(one).addOneOfItem(several);
        take.getPost()
                .setRequestBody(new RequestBody()
                        .required(true)
                        .content(new Content().addMediaType("application/json", new MediaType().schema(body))));
    }

    private Schema<?> of(Field field) {
        if (field.isSwitch()) {
            return new BooleanSchema();
        }
        boolean number = facts.find(field.key())
                .map(FactDefinition::type)
                .filter(FactDefinition.Type.NUMBER::equals)
                .isPresent();
        return number ? new NumberSchema() : new StringSchema().maxLength(field.longest());
    }

    private Schema<?> lead() {
        ObjectSchema lead = new ObjectSchema();
        lead.description("Known fields; every other one is kept as an attribute. At least an e-mail address,"
                + " an external id or a phone number.");
        for (Field field : Field.values()) {
            lead.addProperty(field.key(), of(field).description(field.label()));
        }
        lead.addProperty("capturedAt", new DateTimeSchema().description("When it happened; now by default"));
        lead.addProperty("consent", consent());
        lead.additionalProperties(true);
        return lead;
    }

    private static Schema<?> consent() {
        ObjectSchema consent = new ObjectSchema();
        consent.description(
                "Also true, false, or a list of statements with channel (mail, call, atSource) and" + " given");
        consent.addProperty("mail", new BooleanSchema());
        consent.addProperty("call", new BooleanSchema());
        consent.addProperty("basis", new StringSchema());
        consent.addProperty("wording", new StringSchema());
        consent.addProperty("source", new StringSchema().description("Where the word came from"));
        consent.addProperty("purpose", new StringSchema());
        consent.addProperty("at", new DateTimeSchema());
        return consent;
    }
}
