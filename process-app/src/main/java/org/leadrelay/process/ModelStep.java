package org.leadrelay.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Contract of a delegate with the models: which variables it sets and which errors it throws for the model to answer. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelStep {

    /** Names of variables. */
    String[] sets() default {};

    /** Codes of BPMN errors. */
    String[] errors() default {};
}
