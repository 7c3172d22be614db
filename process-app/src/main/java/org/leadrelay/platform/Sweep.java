package org.leadrelay.platform;

/**
 * Work that is looked for again and again, in short intervals on every node: what an event should
 * have started, and what waits for something outside. Running it more often, or on two nodes at
 * once, does no harm.
 */
public interface Sweep {

    /** Does what there is to do, and says how much it was. */
    int sweep();
}
