package org.leadrelay.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Retry on a collision for a command: the whole transaction is repeated by {@link CollisionRetry} when it met
 * another. Within an outer transaction nothing is repeated here: its caller retries the whole.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface RetryOnCollision {}
