package org.leadrelay.lead;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.springframework.stereotype.Component;

/** First-level cache lookup of leads: those that this transaction has loaded or saved, and would save again. */
@Component
class LoadedLeads {

    private final EntityManager entityManager;

    LoadedLeads(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Asks no database. */
    Optional<Lead> find(UUID leadId) {
        SessionImplementor session = entityManager.unwrap(SessionImplementor.class);
        EntityPersister leads = session.getFactory().getMappingMetamodel().getEntityDescriptor(Lead.class);
        return Optional.ofNullable(
                (Lead) session.getPersistenceContextInternal().getEntity(session.generateEntityKey(leadId, leads)));
    }
}
