package org.leadrelay.process.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.jspecify.annotations.Nullable;
import org.leadrelay.process.ModelContract;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * The steps a model may name: the delegates and listeners of this package, by bean name, and
 * nothing else.
 */
@Component
class RegisteredBeans extends ReadOnlyResolver {

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
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        var bean = beans.get().get(name);
        if (bean != null) {
            context.setPropertyResolved(true);
        }
        return bean;
    }

    private Set<String> findNames() {
        var found = new java.util.TreeSet<String>();
        for (var type : new Class<?>[] {JavaDelegate.class, ExecutionListener.class}) {
            for (var name : factory.getBeanNamesForType(type, false, false)) {
                var beanType = factory.getType(name, false);
                if (beanType != null
                        && ClassUtils.getPackageName(beanType).startsWith(ModelContract.class.getPackageName())) {
                    found.add(name);
                }
            }
        }
        return Set.copyOf(found);
    }

    private Map<String, Object> find() {
        var found = new TreeMap<String, Object>();
        names().forEach(name -> found.put(name, factory.getBean(name)));
        return Map.copyOf(found);
    }
}
