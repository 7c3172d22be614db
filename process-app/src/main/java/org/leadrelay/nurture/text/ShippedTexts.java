package org.leadrelay.nurture.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadrelay.platform.Language;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The texts that came with the product: files {@code texts/<track>/<step>_<language>.md} on the class path. */
@Component
class ShippedTexts {

    private static final Pattern PATH = Pattern.compile("texts/([^/]+)/([^/]+)_(en|de)\\.md$");

    private final Map<String, Shipped> byPath = new TreeMap<>();

    ShippedTexts() {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:texts/*/*.md")) {
                read(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file. */
    record Shipped(TextKey key, Language language, TextContent content) {}

    Optional<TextContent> find(TextKey key, Language language) {
        return Optional.ofNullable(byPath.get(key.path(language))).map(Shipped::content);
    }

    Collection<Shipped> all() {
        return byPath.values();
    }

    private void read(Resource file) throws IOException {
        Matcher path = PATH.matcher(file.getURL().getPath());
        if (!path.find()) {
            throw new IllegalStateException(file + " is no texts/<track>/<step>_<language>.md");
        }
        TextKey key = TextKey.of(path.group(1), path.group(2));
        Language language = TextKey.language(path.group(3));
        try (InputStream stream = file.getInputStream()) {
            TextContent content = TextContent.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            TextCheck.check(content);
            byPath.putIfAbsent(key.path(language), new Shipped(key, language, content));
        }
    }
}
