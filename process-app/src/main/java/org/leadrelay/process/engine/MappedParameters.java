package org.leadrelay.process.engine;

import java.lang.reflect.InvocationTargetException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.reflection.Reflector;
import org.apache.ibatis.reflection.invoker.Invoker;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Parameter binding of a statement that MyBatis maps, as MyBatis does it. Which getter reads a parameter is looked up once for each statement and class: MyBatis parses the name of each
 * property each time, and asks five maps for it.
 *
 * @param parameter what the statement is about, mostly an entity
 */
record MappedParameters(Configuration configuration, Object parameter, BoundSql sql) {

    private static final Object[] NONE = {};

    /** By class and statement; there are as many as the engine has writes that come to a {@link FlushStatement}. Null where no getter reads the parameter. */
    private static final Map<Class<?>, Map<String, @Nullable Invoker[]>> GETTERS = new ConcurrentHashMap<>();

    /**
     * Sets them.
     *
     * @param from index of the first one, counted from 1
     * @return the index behind the last one
     */
    @SuppressWarnings("unchecked")
    int bind(PreparedStatement statement, int from) throws SQLException {
        List<ParameterMapping> parameters = sql.getParameterMappings();
        @Nullable Invoker[] getters = getters(parameters);
        for (int i = 0; i < parameters.size(); i++) {
            ParameterMapping each = parameters.get(i);
            Object value = value(getters[i], each.getProperty());
            JdbcType type = value == null && each.getJdbcType() == null
                    ? configuration.getJdbcTypeForNull()
                    : each.getJdbcType();
            ((TypeHandler<Object>) each.getTypeHandler()).setParameter(statement, from + i, value, type);
        }
        return from + parameters.size();
    }

    private @Nullable Object value(@Nullable Invoker getter, String property) {
        if (getter != null) {
            try {
                return getter.invoke(parameter, NONE);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("the property " + property + " cannot be read", e);
            }
        }
        if (sql.hasAdditionalParameter(property)) {
            return sql.getAdditionalParameter(property);
        }
        MetaObject properties = configuration.newMetaObject(parameter);
        return properties.getValue(property);
    }

    /** What the statement binds itself comes before what the entity has, as with MyBatis. */
    private boolean isGot(Reflector type, String property) {
        return type.hasGetter(property) && !sql.hasAdditionalParameter(property);
    }

    private @Nullable Invoker[] getters(List<ParameterMapping> parameters) {
        return GETTERS.computeIfAbsent(parameter.getClass(), type -> new ConcurrentHashMap<>())
                .computeIfAbsent(sql.getSql(), text -> {
                    Reflector type = configuration.getReflectorFactory().findForClass(parameter.getClass());
                    return parameters.stream()
                            .map(ParameterMapping::getProperty)
                            .map(property -> isGot(type, property) ? type.getGetInvoker(property) : null)
                            .toArray(Invoker[]::new);
                });
    }
}
