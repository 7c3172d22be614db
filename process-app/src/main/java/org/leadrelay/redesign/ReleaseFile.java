package org.leadrelay.redesign;

import java.time.Instant;
import org.leadrelay.redesign.gate.ModelFile;

/**
 * File of a release with where it came from.
 *
 * @param sha256 of its content, in hexadecimal digits
 * @param person login of who put it there
 */
public record ReleaseFile(ModelFile file, String sha256, Origin origin, String person, Instant at) {}
