package org.leadrelay.platform;

import java.beans.PropertyDescriptor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;

/**
 * The request parameters that a REST operation declares: {@code @RequestParam},
 * {@code @RequestPart}, and the fields of a {@code @ModelAttribute}.
 *
 * @param repeatable by name, whether it may be sent more than once
 * @param any whether every name is taken
 */
record DeclaredParameters(Map<String, Boolean> repeatable, boolean any) {

    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    static DeclaredParameters of(HandlerMethod method) {
        Map<String, Boolean> declared = new TreeMap<>();
        boolean any = false;
        for (MethodParameter each : method.getMethodParameters()) {
            each.initParameterNameDiscovery(NAMES);
            RequestParam param = each.getParameterAnnotation(RequestParam.class);
            RequestPart part = each.getParameterAnnotation(RequestPart.class);
            if (param != null && Map.class.isAssignableFrom(each.getParameterType())) {
                any = true;
            } else if (param != null) {
                declared.put(name(param.name(), each), isMany(each.getParameterType()));
            } else if (part != null) {
                declared.put(name(part.name(), each), isMany(each.getParameterType()));
            } else if (each.hasParameterAnnotation(ModelAttribute.class)) {
                fields(each.getParameterType(), declared);
            } else if (each.getParameterAnnotations().length == 0
                    && BeanUtils.isSimpleProperty(each.getParameterType())) {
                declared.put(name("", each), isMany(each.getParameterType()));
            }
        }
        return new DeclaredParameters(declared, any);
    }

    boolean knows(String name) {
        return any || repeatable.containsKey(name);
    }

    boolean mayRepeat(String name) {
        return repeatable.getOrDefault(name, any);
    }

    Collection<String> names() {
        return repeatable.keySet();
    }

    private static String name(String given, MethodParameter parameter) {
        return given.isEmpty() ? String.valueOf(parameter.getParameterName()) : given;
    }

    private static void fields(Class<?> type, Map<String, Boolean> declared) {
        if (type.isRecord()) {
            for (RecordComponent each : type.getRecordComponents()) {
                declared.put(each.getName(), isMany(each.getType()));
            }
            return;
        }
        Stream<PropertyDescriptor> written =
                Arrays.stream(BeanUtils.getPropertyDescriptors(type)).filter(each -> each.getWriteMethod() != null);
        written.forEach(each -> declared.put(each.getName(), isMany(each.getPropertyType())));
    }

    private static boolean isMany(Class<?> type) {
        return type.isArray() || Collection.class.isAssignableFrom(type);
    }
}
