package org.leadrelay.process.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.leadrelay.process.ModelContract;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** Registry of the delegates and listeners that a model may name. */
@Component
class RegisteredBeans implements ExpressionNames {

    private final ListableBeanFactory factory;
    private final Supplier<Map<String, Object>> beans;
    private final Supplier<Set<String>> names;

    RegisteredBeans(ListableBeanFactory factory) {
        this.factory = factory;
        this.names = SingletonSupplier.of(this::findNames);
        this.beans = SingletonSupplier.of(this::find);
    }

    Set<String> names() {
        return names.get();
    }

    @Override
    public @Nullable Meaning meaning(@Nullable Object base, String name, @Nullable VariableScope scope) {
        Object bean = base == null ? beans.get().get(name) : null;
        return bean == null ? null : new Meaning(bean);
    }

    private Set<String> findNames() {
        TreeSet<String> found = new java.util.TreeSet<String>();
        for (Class<?> type : new Class<?>[] {JavaDelegate.class, ExecutionListener.class}) {
            for (String name : factory.getBeanNamesForType(type, false, false)) {
                Class<?> beanType = factory.getType(name, false);
                if (beanType != null
                        && ClassUtils.getPackageName(beanType).startsWith(ModelContract.class.getPackageName())) {
                    found.add(name);
                }
            }
        }
        return Set.copyOf(found);
    }

    private Map<String, Object> find() {
        TreeMap<String, Object> found = new TreeMap<String, Object>();
        names().forEach(name -> found.put(name, factory.getBean(name)));
        return Map.copyOf(found);
    }
}
