package org.leadrelay;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.jspecify.annotations.NullMarked;
import org.leadrelay.platform.Language;
import org.leadrelay.platform.Wording;
import org.leadrelay.testing.ConstructorRules;
import org.springframework.stereotype.Component;

/** The lines of the picture in docs/architecture.md, one rule each. */
@AnalyzeClasses(packages = "org.leadrelay", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String PROCESS = "org.leadrelay.process..";

    @ArchTest
    static final ArchRule only_process_imports_camunda = noClasses()
            .that()
            .resideOutsideOfPackage(PROCESS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..", "org.operaton..", "org.cibseven..")
            .because("moving to a maintained fork of the engine shall be a rename inside one package");

    @ArchTest
    static final ArchRule two_classes_know_the_expression_library = noClasses()
            .that()
            .haveNameNotMatching("org\\.leadrelay\\.process\\.engine\\.(SafeExpressions|ReadOnlyResolver)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..juel..", "jakarta.el..", "javax.el..")
            .because("a fork of the engine brings another one");

    @ArchTest
    static final ArchRule nothing_asks_for_the_newest_deployment = noClasses()
            .should()
            .callMethodWhere(target(owner(resideInAPackage("org.camunda..")))
                    .and(target(nameMatching("latestVersion|latest"
                            + "|(create|start)ProcessInstanceByKey|startProcessInstanceByMessage.*"
                            + "|evaluateDecision(Table)?ByKey"))))
            .because("what is deployed is not in force: ask redesign.Releases which version is");

    @ArchTest
    static final ArchRule the_difference_of_releases_is_pure = classes()
            .that()
            .resideInAPackage("org.leadrelay.redesign.difference..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.springframework.stereotype..",
                    "org.leadrelay.platform..",
                    "org.leadrelay.redesign.gate..",
                    "org.leadrelay.redesign.difference..")
            .because("it compares two texts: no database, no clock, no engine has a say in that");

    @ArchTest
    static final ArchRule no_query_is_read_as_a_stream = noClasses()
            .should()
            .callMethodWhere(target(owner(resideInAPackage("org.springframework.jdbc..")))
                    .and(target(nameMatching("stream|queryForStream"))))
            .orShould()
            .callMethodWhere(target(owner(resideInAnyPackage("jakarta.persistence..", "org.hibernate..")))
                    .and(target(nameMatching("getResultStream|stream"))))
            .because("it holds a connection until somebody closes it: ask for a list, one row, or hand on each row");

    @ArchTest
    static final ArchRule only_one_class_writes_csv = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.leadrelay.platform.csv.CsvFile")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.siegmar.fastcsv.writer..")
            .because("a cell that a spreadsheet would run is guarded there and nowhere" + " else");

    /** Also of those that only the demo has: no other test starts it. */
    @ArchTest
    static void no_two_components_have_the_same_name(JavaClasses classes) {
        assertThat(classes.stream().filter(each -> each.isMetaAnnotatedWith(Component.class) && !each.isAnnotation()))
                .extracting(JavaClass::getSimpleName)
                .doesNotHaveDuplicates();
    }

    @ArchTest
    static final ArchRule features_do_not_know_process = noClasses()
            .that()
            .resideOutsideOfPackage(PROCESS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PROCESS)
            .because("a feature owns the port it needs, and process implements it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule features_are_free_of_cycles =
            slices().matching("org.leadrelay.(*)..").should().beFreeOfCycles();

    /** In {@code process} the package itself is mutual with {@code engine} and {@code trace}. */
    @ArchTest
    static final ArchRule packages_are_free_of_cycles = slices().matching("org.leadrelay.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage(PROCESS), resideInAPackage(PROCESS));

    @ArchTest
    static final ArchRule no_class_needs_more_than_eight_parts = ConstructorRules.NO_CLASS_NEEDS_MORE_THAN_EIGHT_PARTS;

    @ArchTest
    static final ArchRule the_ledger_knows_neither_report_nor_proof = noClasses()
            .that()
            .resideInAPackage("org.leadrelay.promise")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.leadrelay.promise.report..", "org.leadrelay.promise.proof..");

    @ArchTest
    static final ArchRule working_time_is_pure = noClasses()
            .that()
            .resideInAPackage("org.leadrelay.workingtime")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "jakarta.persistence..", "javax.sql..", "java.sql..", "org.hibernate..")
            .orShould()
            .dependOnClassesThat(resideInAPackage("org.leadrelay..")
                    .and(resideOutsideOfPackages("org.leadrelay.workingtime"))
                    .and(not(belongToAnyOf(Wording.class, Language.class))))
            .because("the arithmetic can be read and tested without a database; it is said by the one reader of"
                    + " bundles");

    @ArchTest
    static final ArchRule the_gate_knows_models_and_nothing_else = noClasses()
            .that()
            .resideInAPackage("org.leadrelay.redesign.gate")
            .should()
            .dependOnClassesThat(not(resideInAnyPackage(
                    "java..",
                    "javax.xml..",
                    "org.jspecify.annotations..",
                    "org.springframework.stereotype..",
                    "org.leadrelay.platform..",
                    "org.leadrelay.redesign.gate")))
            .because("what is really there comes in through the port SurroundingsReader, and nothing but StAX reads a"
                    + " file");

    @ArchTest
    static final ArchRule mail_knows_no_feature = noClasses()
            .that()
            .resideInAPackage("org.leadrelay.mail")
            .should()
            .dependOnClassesThat(resideInAPackage("org.leadrelay..")
                    .and(resideOutsideOfPackages(
                            "org.leadrelay.mail",
                            "org.leadrelay.access..",
                            "org.leadrelay.journal..",
                            "org.leadrelay.platform..")))
            .because("what letters say comes in through the port LetterWriter");

    @ArchTest
    static final ArchRule the_journal_knows_no_feature = noClasses()
            .that()
            .resideInAPackage("org.leadrelay.journal")
            .should()
            .dependOnClassesThat(resideInAPackage("org.leadrelay..")
                    .and(resideOutsideOfPackages("org.leadrelay.journal", "org.leadrelay.platform..")))
            .because("every feature writes to the log, access too; who acts comes in through the port CurrentAuthor");

    @ArchTest
    static final ArchRule lead_knows_no_other_feature = noClasses()
            .that()
            .resideInAPackage("org.leadrelay.lead..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.leadrelay..")
                    .and(resideOutsideOfPackages(
                            "org.leadrelay.lead..",
                            "org.leadrelay.journal..",
                            "org.leadrelay.platform..",
                            "org.leadrelay.access..")));

    @ArchTest
    static final ArchRule platform_knows_no_feature = noClasses()
            .that()
            .resideInAPackage("org.leadrelay.platform..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.leadrelay..").and(resideOutsideOfPackages("org.leadrelay.platform..")));

    @ArchTest
    static final ArchRule time_comes_from_the_clock_bean = noClasses()
            .that()
            .resideOutsideOfPackage("org.leadrelay.platform")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Date.class)
            .because("in demo mode and in tests the product has its own time");

    @ArchTest
    static final ArchRule entities_never_leave_their_package = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule repositories_never_leave_their_package = classes()
            .that()
            .areAssignableTo("org.springframework.data.repository.Repository")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule every_package_says_what_may_be_null =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);
}
