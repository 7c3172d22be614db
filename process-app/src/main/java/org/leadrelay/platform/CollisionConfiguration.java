package org.leadrelay.platform;

import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.util.function.SingletonSupplier;

/** Aspect that puts the retry around the transaction of every method with {@link RetryOnCollision}. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class CollisionConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor retryOnCollision(ObjectProvider<CollisionRetry> retry) {
        Pointcut annotated = new ComposablePointcut(new AnnotationMatchingPointcut(RetryOnCollision.class, true))
                .union((Pointcut) new AnnotationMatchingPointcut(null, RetryOnCollision.class, true));
        DefaultPointcutAdvisor advisor =
                new DefaultPointcutAdvisor(annotated, new Retrying(SingletonSupplier.of(retry::getObject)));
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return advisor;
    }

    private record Retrying(Supplier<CollisionRetry> retry) implements MethodInterceptor {

        @Override
        public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
            try {
                return retry.get().retried(() -> proceed(invocation));
            } catch (Checked e) {
                throw e.getCause();
            }
        }

        /** Each try runs a copy: an invocation goes through its interceptors once. */
        @SuppressWarnings("NullAway") // null comes back only when the method returned it
        private static Object proceed(MethodInvocation invocation) {
            try {
                return ((ProxyMethodInvocation) invocation).invocableClone().proceed();
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new Checked(e);
            }
        }
    }

    private static final class Checked extends RuntimeException {

        private static final long serialVersionUID = 1;
        private final Throwable cause;

        Checked(Throwable cause) {
            super(cause);
            this.cause = cause;
        }

        @Override
        public synchronized Throwable getCause() {
            return cause;
        }
    }
}
