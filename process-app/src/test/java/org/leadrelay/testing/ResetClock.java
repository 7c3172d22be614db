package org.leadrelay.testing;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Every test begins on the same Monday morning, wherever the one before it left the clock. */
class ResetClock implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        SpringExtension.getApplicationContext(context)
                .getBean(SettableClock.class)
                .set(SettableClock.MONDAY_MORNING);
    }
}
