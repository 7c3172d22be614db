package org.leadrelay.process.engine;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.leadrelay.platform.CollisionClassifier;
import org.springframework.stereotype.Component;

/**
 * Collision classifier of the engine's own concurrency exceptions: optimistic locking, and a row that another
 * transaction took away meanwhile.
 */
@Component
class EngineCollisions implements CollisionClassifier {

    private static final String FOREIGN_KEY = "23503";

    @Override
    public boolean isCollision(Throwable failure) {
        return failure instanceof OptimisticLockingException
                || (failure instanceof ProcessEnginePersistenceException && parentIsGone(failure));
    }

    private static boolean parentIsGone(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && FOREIGN_KEY.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
