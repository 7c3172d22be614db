package org.leadrelay.platform;

/**
 * Strategy that classifies a failure as a transaction collision. Whoever brings a library with concurrency exceptions
 * of its own registers one as a bean.
 */
public interface CollisionClassifier {

    /** Asked of every link of a failure's chain of causes. */
    boolean isCollision(Throwable failure);
}
