package org.leadrelay.process.redesign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reader of the model files that come with the product. */
final class ShippedFiles {

    private static final String MODEL = ".bpmn";
    private static final String TABLE = ".dmn";
    private static final String WORDS = ".properties";

    private ShippedFiles() {}

    /** Contents by name. */
    static SortedMap<String, byte[]> read() {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        TreeMap<String, byte[]> models = new TreeMap<>();
        try {
            for (String pattern : new String[] {
                "classpath*:processes/*" + MODEL,
                "classpath*:processes/*" + WORDS,
                "classpath*:decisions/*" + TABLE,
                "classpath*:decisions/*" + WORDS
            }) {
                for (Resource resource : resolver.getResources(pattern)) {
                    models.put(String.valueOf(resource.getFilename()), resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped models cannot be read", e);
        }
        return models;
    }
}
