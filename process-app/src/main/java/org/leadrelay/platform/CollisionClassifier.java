package org.leadrelay.platform;

/**
 * Says of one failure whether it is a collision with another transaction. Whoever brings a library
 * with concurrency exceptions of its own registers one as a bean.
 */
public interface CollisionClassifier {

    /** Asked of every link of a failure's chain of causes. */
    boolean isCollision(Throwable failure);
}
