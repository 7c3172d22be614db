package org.leadrelay.ui.layout;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All texts of the views, from every {@code i18n/*.properties} (English) and {@code
 * i18n/*_de.properties} (German), in UTF-8. A package of views brings its own pair of files. Texts
 * with parameters are message formats; those without are taken as they are.
 */
@Component
class Translations implements I18NProvider {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Translations.class);

    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    Translations() {
        try {
            for (Resource each :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*.properties")) {
                String name = String.valueOf(each.getFilename());
                load(each, language(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** English first: it is what a browser gets that asks for neither. */
    @Override
    public List<Locale> getProvidedLocales() {
        return Arrays.stream(Language.values()).map(Language::locale).toList();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        String text = texts(locale).get(key);
        if (text == null) {
            LOG.warn("No text for '{}' in {}", key, locale);
            return key;
        }
        return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
    }

    /** For the test that compares both languages. */
    Map<String, String> texts(@Nullable Locale locale) {
        return texts.getOrDefault(Language.of(locale), Map.of());
    }

    /** The language of a file by its name's ending; the first one's files have none. */
    private static Language language(String file) {
        return Arrays.stream(Language.values())
                .filter(each -> file.endsWith("_" + each.code() + ".properties"))
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    private void load(Resource file, Language language) throws IOException {
        Map<String, String> into = texts.computeIfAbsent(language, each -> new HashMap<>());
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        properties.stringPropertyNames().forEach(key -> into.put(key, properties.getProperty(key)));
    }
}
