package org.leadrelay.delivery;

import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;
import org.jspecify.annotations.Nullable;

/**
 * Known vulnerability of a component, as {@code .ci/advisories.json} keeps it.
 *
 * @param component name of a {@link Part}, where {@code *} stands for any characters
 * @param affected versions in the notation of Maven, several ranges with commas between them
 * @param source where it can be read
 * @param unconcerned why the product is not concerned although it holds an affected version
 */
record Advisory(
        String id,
        String component,
        String affected,
        String source,
        @Nullable String unconcerned) {

    boolean affects(Part part) {
        String pattern = Pattern.compile("[^*]+").matcher(component).replaceAll(each -> quoted(each.group()));
        return part.name().matches(pattern.replace("*", ".*"))
                && range().containsVersion(new DefaultArtifactVersion(part.version()));
    }

    private static String quoted(String text) {
        return "\\\\Q" + text + "\\\\E";
    }

    VersionRange range() {
        try {
            return VersionRange.createFromVersionSpec(affected);
        } catch (InvalidVersionSpecificationException e) {
            throw new IllegalArgumentException(id + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return id + " " + component + " " + affected + ", see " + source;
    }
}
