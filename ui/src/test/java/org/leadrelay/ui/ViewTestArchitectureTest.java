package org.leadrelay.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What holds for the tests of views themselves. */
@AnalyzeClasses(packages = "org.leadrelay.ui", importOptions = ImportOption.OnlyIncludeTests.class)
class ViewTestArchitectureTest {

    @ArchTest
    static final ArchRule tests_of_views_do_not_know_the_engine = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "org.operaton..", "org.cibseven..");
}
