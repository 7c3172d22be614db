package org.leadrelay.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.leadrelay.testing.ConstructorRules;

@AnalyzeClasses(packages = "org.leadrelay.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class ViewArchitectureTest {

    @ArchTest
    static final ArchRule ui_uses_services_and_records_only = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.camunda..",
                    "org.operaton..",
                    "org.cibseven..",
                    "org.leadrelay.process..",
                    "jakarta.persistence..",
                    "javax.sql..",
                    "java.sql..",
                    "org.springframework.jdbc..",
                    "org.springframework.data..",
                    "org.hibernate..");

    @ArchTest
    static final ArchRule views_are_package_private =
            classes().that().areAnnotatedWith(Route.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule packages_of_views_are_free_of_cycles =
            slices().matching("org.leadrelay.ui.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_class_needs_more_than_eight_parts = ConstructorRules.NO_CLASS_NEEDS_MORE_THAN_EIGHT_PARTS;

    @ArchTest
    static final ArchRule time_comes_from_the_clock_bean = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
