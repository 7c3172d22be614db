package org.leadrelay.platform;

import jakarta.persistence.EntityManager;
import org.hibernate.engine.spi.EntityKey;
import org.hibernate.engine.spi.SessionImplementor;

/** Whether the first-level cache of a transaction holds anything that a flush might write. */
public final class ManagedEntities {

    private ManagedEntities() {}

    public static boolean any(EntityManager entityManager) {
        return entityManager
                        .unwrap(SessionImplementor.class)
                        .getPersistenceContextInternal()
                        .getNumberOfManagedEntities()
                > 0;
    }

    /** Looking for changes costs as much as a small statement, and mostly there is nothing to look through. */
    public static void flush(EntityManager entityManager) {
        if (any(entityManager)) {
            entityManager.flush();
        }
    }

    /** What a statement has changed behind its back, an entity of this transaction reads again. */
    public static void refresh(EntityManager entityManager, Class<?> type, Object id) {
        if (any(entityManager)) {
            SessionImplementor session = entityManager.unwrap(SessionImplementor.class);
            EntityKey key = session.generateEntityKey(
                    id, session.getFactory().getMappingMetamodel().getEntityDescriptor(type));
            Object entity = session.getPersistenceContextInternal().getEntity(key);
            if (entity != null) {
                entityManager.refresh(entity);
            }
        }
    }
}
