package org.leadrelay.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Every test begins on the same Monday morning, wherever the one before it left the clock, nobody
 * is logged in, and no wrong password is counted.
 */
class FreshStart implements BeforeEachCallback, AfterEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        ApplicationContext application = SpringExtension.getApplicationContext(context);
        application.getBean(SettableClock.class).set(SettableClock.MONDAY_MORNING);
        application.getBean(JdbcClient.class).sql("delete from login_attempt").update();
    }

    /** Also whom a request of the test's own was made as, which would be asked before the request's own login. */
    @Override
    public void afterEach(ExtensionContext context) {
        TestSecurityContextHolder.clearContext();
    }
}
