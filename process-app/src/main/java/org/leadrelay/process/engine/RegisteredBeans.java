package org.leadrelay.process.engine;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.leadrelay.process.ModelContract;
import org.leadrelay.process.ModelStep;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/** Registry of the delegates and listeners that a model may name. */
@Component
public class RegisteredBeans implements ExpressionNames {

    private static final String STEPS = ModelContract.class.getPackageName() + ".step.";

    private final ListableBeanFactory factory;
    private final Supplier<Map<String, Object>> beans;
    private final Supplier<Set<String>> names;

    RegisteredBeans(ListableBeanFactory factory) {
        this.factory = factory;
        this.names = SingletonSupplier.of(this::findNames);
        this.beans = SingletonSupplier.of(this::find);
    }

    /** By which a model names them. */
    public Set<String> names() {
        return names.get();
    }

    /** Delegates, by the names by which models call them. */
    public Set<String> steps() {
        return names().stream().filter(name -> isA(name, JavaDelegate.class)).collect(toUnmodifiableSet());
    }

    /** What a delegate sets and throws; empty for one that does neither. */
    public Optional<ModelStep> contract(String step) {
        return Optional.ofNullable(factory.findAnnotationOnBean(step, ModelStep.class));
    }

    /** Listeners that a model may name: those beside the steps, not the product's own. */
    public Set<String> listeners() {
        return names().stream()
                .filter(name -> isA(name, ExecutionListener.class))
                .filter(name -> String.valueOf(factory.getType(name, false)).contains(STEPS))
                .collect(toUnmodifiableSet());
    }

    private boolean isA(String name, Class<?> kind) {
        Class<?> type = factory.getType(name, false);
        return type != null && kind.isAssignableFrom(type);
    }

    @Override
    public @Nullable Meaning meaning(@Nullable Object base, String name, @Nullable VariableScope scope) {
        Object bean = base == null ? beans.get().get(name) : null;
        return bean == null ? null : new Meaning(bean);
    }

    private Set<String> findNames() {
        TreeSet<String> found = new TreeSet<>();
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
        TreeMap<String, Object> found = new TreeMap<>();
        names().forEach(name -> found.put(name, factory.getBean(name)));
        return Map.copyOf(found);
    }
}
