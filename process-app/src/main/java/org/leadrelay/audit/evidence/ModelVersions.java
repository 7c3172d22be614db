package org.leadrelay.audit.evidence;

import java.util.Locale;
import java.util.Optional;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.audit.ModelSource;
import org.springframework.stereotype.Service;

/** Deployed versions of the models, for whoever reads the whole log. */
@Service
public class ModelVersions {

    private final ModelSource models;
    private final CurrentPerson person;

    ModelVersions(ModelSource models, CurrentPerson person) {
        this.models = models;
        this.person = person;
    }

    /** As BPMN XML, with names in the reader's language; empty when no such version was ever deployed. */
    public Optional<String> bpmn(String model, int version, Locale locale) {
        person.get().mustHave(Permission.READ_AUDIT);
        return models.bpmn(model, version, locale);
    }
}
