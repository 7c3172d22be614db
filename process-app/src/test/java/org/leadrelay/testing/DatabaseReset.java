package org.leadrelay.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts the database back to its first state before a class with {@link OwnDatabase}, and before the class that follows. */
class DatabaseReset implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        if (test.getEnclosingClass() == null) {
            SpringExtension.getApplicationContext(context)
                    .getBean(TemplateDatabase.class)
                    .begin(test.isAnnotationPresent(OwnDatabase.class));
        }
    }
}
