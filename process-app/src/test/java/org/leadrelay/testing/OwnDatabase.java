package org.leadrelay.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For a {@link ProductTest} that changes what all tests share (people in force, the charter, calendars, lists) or counts
 * all there is: the class begins in a database copied from the application's first state, and no class after it sees
 * what it left.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface OwnDatabase {}
