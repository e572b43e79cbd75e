package dev.anlass.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which way the modules look: jobs at the engine and at Flink, the engine at neither. */
@AnalyzeClasses(packages = "dev.anlass", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_JOBS_KNOW_FLINK = noClasses()
            .that()
            .resideOutsideOfPackage("dev.anlass.jobs..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..")
            .because("Flink can be replaced where it is met in one place:"
                    + " name what you need in words of the engine and adapt it in dev.anlass.jobs.operator")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOTHING_LOOKS_BACK_AT_JOBS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.anlass.jobs..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.anlass.jobs..")
            .because("jobs drives the engine and not the other way round: pass in the value, or return the effect")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().matching("dev.anlass.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages that import each other can only be understood together:"
                    + " move what both need into the one that is imported");
}
