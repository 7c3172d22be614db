package org.leadrelay.lead;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.TextNormalizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Phone number normalization to the international form; a number without a country is read as of the region. */
@Component
class Phones {

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private final Map<String, String> regions = new HashMap<>();
    private final String home;

    Phones(@Value("${leadrelay.region:DE}") String home) {
        this.home = home;
        for (String region : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(region).build();
            regions.put(TextNormalizer.key(region), region);
            regions.put(TextNormalizer.key(country.getDisplayCountry(Locale.ENGLISH)), region);
            regions.put(TextNormalizer.key(country.getDisplayCountry(Locale.GERMAN)), region);
        }
    }

    /** The E.164 form; null when it is no valid number, which is no reason to refuse the lead. */
    @Nullable
    String e164(String text, @Nullable String country) {
        String region = country == null ? home : regions.getOrDefault(TextNormalizer.key(country), home);
        try {
            PhoneNumber number = util.parse(text, region);
            return util.isValidNumber(number) ? util.format(number, PhoneNumberUtil.PhoneNumberFormat.E164) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** The English name of a country given by code or by English or German name. */
    @Nullable
    String country(String text) {
        String region = regions.get(TextNormalizer.key(text.strip()));
        return region == null
                ? null
                : new Locale.Builder().setRegion(region).build().getDisplayCountry(Locale.ENGLISH);
    }
}
