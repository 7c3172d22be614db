package org.leadrelay.platform;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Configuration of the product's clock. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** Runs on the system's clock, unless a bean named {@code baseClock} stands in for it. */
    @Bean
    @Primary
    ProductClock productClock(@Qualifier("baseClock") ObjectProvider<Clock> base) {
        return new ProductClock(base.getIfAvailable(Clock::systemUTC));
    }
}
