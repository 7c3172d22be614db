package org.leadrelay.process.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Session factory of the engine that makes a session of ours in place of the engine's own: of its entity managers and of its database session there is
 * one for each command.
 *
 * @param type the engine's own, under which it asks for one
 */
record EngineSessionFactory(Class<? extends Session> type, Supplier<? extends Session> maker)
        implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
        return type;
    }

    @Override
    public Session openSession() {
        return maker.get();
    }
}
