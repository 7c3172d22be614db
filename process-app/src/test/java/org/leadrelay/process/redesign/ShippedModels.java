package org.leadrelay.process.redesign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models that lie on the class path, by the names of their files. */
final class ShippedModels {

    private ShippedModels() {}

    static Map<String, String> texts() {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        Map<String, String> texts = new TreeMap<>();
        try {
            for (String pattern : new String[] {"classpath*:processes/*", "classpath*:decisions/*"}) {
                for (Resource file : files.getResources(pattern)) {
                    texts.put(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }

    static Map<String, byte[]> bytes() {
        Map<String, byte[]> bytes = new TreeMap<>();
        texts().forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }
}
