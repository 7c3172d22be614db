package org.leadrelay.delivery;

/**
 * A component of what is delivered, as advisories name it.
 *
 * @param name {@code group:artifact} of a library, {@code image:name} of a container image
 */
record Part(String name, String version) {

    @Override
    public String toString() {
        return name + " " + version;
    }
}
