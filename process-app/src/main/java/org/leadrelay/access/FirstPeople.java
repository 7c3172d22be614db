package org.leadrelay.access;

/** Who is there on a first start besides an administrator; nobody, but in demo mode. */
public interface FirstPeople {

    /** Creates them; called once, while there is nobody, before any request is taken. */
    void arrive();
}
