package org.leadrelay.ui.testing;

import com.github.mvysny.kaributesting.v10.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/**
 * All views of the product. Karibu's own search overlooks classes that are not public, and ours are
 * not.
 */
final class Views {

    private Views() {}

    @SuppressWarnings("unchecked")
    static Routes all() {
        Set<Class<? extends Component>> views = new HashSet<>();
        find(new AnnotationTypeFilter(Route.class)).forEach(each -> views.add((Class<? extends Component>) each));
        find(new AnnotationTypeFilter(Layout.class)).forEach(each -> views.add((Class<? extends Component>) each));
        Set<Class<? extends HasErrorParameter<?>>> errors = new HashSet<>();
        find(new AssignableTypeFilter(HasErrorParameter.class))
                .forEach(each -> errors.add((Class<? extends HasErrorParameter<?>>) each));
        return new Routes(views, errors, true);
    }

    private static Set<Class<?>> find(TypeFilter kind) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(kind);
        Set<Class<?>> found = new HashSet<>();
        scanner.findCandidateComponents("org.leadrelay.ui")
                .forEach(each -> found.add(ClassUtils.resolveClassName(
                        String.valueOf(each.getBeanClassName()), Views.class.getClassLoader())));
        return found;
    }
}
