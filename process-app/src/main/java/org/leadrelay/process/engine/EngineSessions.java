package org.leadrelay.process.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Session factory of the engine that makes one of ours in place of its own: of its managers and of its database session there is one
 * for each command.
 *
 * @param type the engine's own, under which it asks for one
 */
record EngineSessions(Class<? extends Session> type, Supplier<? extends Session> maker) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return type;
    }

    @Override
    public Session openSession() {
        return maker.get();
    }
}
