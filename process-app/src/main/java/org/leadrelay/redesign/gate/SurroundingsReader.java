package org.leadrelay.redesign.gate;

/** Port to what the product offers to models at this moment. */
public interface SurroundingsReader {

    Surroundings read();
}
