package org.leadrelay.access;

/** Seed of people on a first start besides the administrator; empty except in demo mode. */
public interface FirstPeople {

    /** Creates them; called once, while there is nobody, before any request is taken. */
    void arrive();
}
