package org.leadrelay.ui.calendar;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.workingtime.PublicHolidays;

/** Fields of the public holidays: a country, and a region of it as small as one is known. */
final class HolidayFields extends Div {

    private final ComboBox<String> country = new ComboBox<>();
    private final List<ComboBox<String>> regions = new ArrayList<>();
    private final Command changed;

    HolidayFields(@Nullable String countryNow, List<String> regionsNow, Command changed) {
        this.changed = changed;
        addClassName("holidays");
        country.setLabel(getTranslation("calendar.country"));
        country.setPlaceholder(getTranslation("calendar.country.none"));
        country.setItems(PublicHolidays.countries().stream()
                .sorted(Comparator.comparing(this::countryName))
                .toList());
        country.setItemLabelGenerator(this::countryName);
        country.setClearButtonVisible(true);
        add(country);
        if (countryNow != null) {
            country.setValue(countryNow);
            askForRegion();
            for (String each : regionsNow) {
                if (!regions.isEmpty()) {
                    regions.get(regions.size() - 1).setValue(each);
                    askForRegion();
                }
            }
        }
        country.addValueChangeListener(event -> {
            forgetRegionsFrom(0);
            askForRegion();
            changed.execute();
        });
    }

    private String countryName(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(getLocale());
    }

    /** One more choice within what is chosen, where something smaller is known. */
    private void askForRegion() {
        String of = country.getValue();
        if (of == null || regions.stream().anyMatch(each -> each.getValue() == null)) {
            return;
        }
        List<String> within = regions();
        List<String> known = PublicHolidays.regions(of, within).stream()
                .sorted(Comparator.comparing(each -> regionName(of, within, each)))
                .toList();
        if (known.isEmpty()) {
            return;
        }
        int level = regions.size();
        ComboBox<String> region = new ComboBox<>();
        region.setLabel(getTranslation("calendar.region"));
        region.setPlaceholder(getTranslation("calendar.region.none"));
        region.setItems(known);
        region.setItemLabelGenerator(each -> regionName(of, within, each));
        region.setClearButtonVisible(true);
        region.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                forgetRegionsFrom(level + 1);
                askForRegion();
                changed.execute();
            }
        });
        regions.add(region);
        add(region);
    }

    private String regionName(String of, List<String> within, String region) {
        List<String> path = new ArrayList<>(within);
        path.add(region);
        return PublicHolidays.regionName(of, path, getLocale());
    }

    private void forgetRegionsFrom(int level) {
        while (regions.size() > level) {
            remove(regions.remove(regions.size() - 1));
        }
    }

    @Nullable
    String country() {
        return country.getValue();
    }

    /** From the largest to the smallest. */
    List<String> regions() {
        List<String> chosen = new ArrayList<>();
        for (ComboBox<String> each : regions) {
            if (each.getValue() != null) {
                chosen.add(each.getValue());
            }
        }
        return chosen;
    }

    void showErrors(FieldErrors refusals) {
        refusals.field("country", country);
        if (!regions.isEmpty()) {
            refusals.field("regions", regions.get(regions.size() - 1));
        }
    }
}
