package org.leadrelay.platform;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/**
 * Settings of the transaction manager. The manager is named for every {@code @Transactional}: without it Spring looks
 * for a qualifier among the annotations of the class, at each call. And only a real transaction holds a connection
 * until its end: by default a read with {@code SUPPORTS} and without a transaction keeps one for the entity manager
 * and another for JDBC, so that as many people at once as there are connections wait for each other until their time
 * is up.
 */
@Configuration(proxyBeanMethods = false)
class TransactionConfiguration {

    @Bean
    static BeanPostProcessor transactionSettings() {
        return new Settings();
    }

    private static final class Settings implements BeanPostProcessor, PriorityOrdered {

        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (bean instanceof TransactionInterceptor interceptor) {
                interceptor.setTransactionManagerBeanName("transactionManager");
            } else if (bean instanceof AbstractPlatformTransactionManager manager) {
                manager.setTransactionSynchronization(
                        AbstractPlatformTransactionManager.SYNCHRONIZATION_ON_ACTUAL_TRANSACTION);
            }
            return bean;
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }
}
