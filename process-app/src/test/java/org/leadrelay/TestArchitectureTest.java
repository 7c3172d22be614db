package org.leadrelay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What holds for the tests themselves. */
@AnalyzeClasses(packages = "org.leadrelay", importOptions = ImportOption.OnlyIncludeTests.class)
class TestArchitectureTest {

    /** The models' own tests read them with the models' API; the benchmark measures against the bare engine. */
    @ArchTest
    static final ArchRule only_tests_of_process_know_the_engine = noClasses()
            .that()
            .resideOutsideOfPackages("org.leadrelay.process..", "org.leadrelay.bpmn..", "org.leadrelay.benchmark..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "org.operaton..", "org.cibseven..")
            .because("every other test drives the engine with process.EngineDriver, which a move to a fork renames");
}
