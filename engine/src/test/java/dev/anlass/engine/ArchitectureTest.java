package dev.anlass.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The direction of the engine's packages, and what keeps the engine a function of its arguments. */
@AnalyzeClasses(packages = "dev.anlass.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** In the order of the work: a package imports only from those before it. */
    private static final List<String> PACKAGES = List.of(
            "event",
            "place",
            "expression",
            "rule",
            "rulefile",
            "customer",
            "match",
            "decide",
            "step",
            "explain",
            "scenario");

    private static final Set<String> CLOCKS = Set.of("java.lang.System.currentTimeMillis", "java.lang.System.nanoTime");

    private static final Set<String> DICE = Set.of("java.lang.Math.random", UUID.class.getName() + ".randomUUID");

    @ArchTest
    static void aPackageImportsOnlyFromThoseBeforeIt(JavaClasses engine) {
        for (int i = 0; i < PACKAGES.size() - 1; i++) {
            noClasses()
                    .that(resideInAnyPackage(tree(PACKAGES.get(i))))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(trees(PACKAGES.subList(i + 1, PACKAGES.size()))))
                    .because("the order of the packages is " + String.join(", ", PACKAGES)
                            + ": move the type to the earliest package that needs it,"
                            + " or let the later package pass in what the earlier one asks for")
                    .allowEmptyShould(true)
                    .check(engine);
        }
    }

    @ArchTest
    static final ArchRule EVERY_PACKAGE_HAS_ITS_PLACE_IN_THE_ORDER = classes()
            .should()
            .resideInAnyPackage(trees(PACKAGES))
            .because("a new package needs a place in the order: add it to PACKAGES here and to ARCHITECTURE.md");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE = slices().matching("dev.anlass.engine.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages that import each other can only be understood together:"
                    + " move what both need to the one that comes first in the order");

    @ArchTest
    static final ArchRule IT_KNOWS_NO_PLATFORM = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.kafka..", "org.slf4j..", "org.apache.logging..")
            .because(
                    "the engine runs anywhere: return what should happen as a value, and let jobs do, log or count it");

    @ArchTest
    static final ArchRule TIME_IS_AN_ARGUMENT = noClasses()
            .should()
            .accessTargetWhere(target(CLOCKS, "a clock").or(nowOfJavaTime()))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .because("replaying the inputs must rebuild the actions: take the time from the input");

    @ArchTest
    static final ArchRule NOTHING_IS_LEFT_TO_CHANCE = noClasses()
            .should()
            .accessTargetWhere(target(DICE, "chance"))
            .orShould()
            .dependOnClassesThat(named("java.util.random..", "java.util.Random", "java.util.SplittableRandom")
                    .or(named("java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom")))
            .because(
                    "replaying the inputs must rebuild the actions: derive ids and spreads from a hash of what happened");

    @ArchTest
    static final ArchRule IT_STARTS_NO_THREAD = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "start or steer threads",
                    type -> type.isAssignableTo(Thread.class)
                            || type.isAssignableTo(java.util.concurrent.Executor.class)
                            || type.isAssignableTo(java.util.concurrent.Future.class)
                            || type.getName().equals("java.util.Timer")))
            .because("a customer's inputs are folded one after the other: concurrency belongs to jobs");

    @ArchTest
    static final ArchRule ONLY_RULE_FILES_ARE_READ = noClasses()
            .that()
            .resideOutsideOfPackages(tree("rulefile"), tree("scenario"))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net.http..")
                    .or(filesOfJavaIo()))
            .because("the engine works on values: read in rulefile and pass the text or the value on");

    @ArchTest
    static final ArchRule SCENARIOS_ARE_READ_THROUGH_RULEFILE = noClasses()
            .that()
            .resideInAPackage(tree("scenario"))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net.http..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(Path.class)))
                    .or(filesOfJavaIo()))
            .because("a scenario may name a Path but not open it: let rulefile read it and use what that returns")
            .allowEmptyShould(true);

    private static String tree(String name) {
        return "dev.anlass.engine." + name + "..";
    }

    private static String[] trees(List<String> names) {
        return names.stream().map(ArchitectureTest::tree).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        return describe(
                String.join(", ", names),
                type -> List.of(names).contains(type.getName())
                        || List.of(names).contains(type.getPackageName() + ".."));
    }

    private static DescribedPredicate<JavaClass> filesOfJavaIo() {
        return describe(
                "open files",
                type -> type.getName().startsWith("java.io.File")
                        || type.getName().equals("java.io.RandomAccessFile"));
    }

    private static DescribedPredicate<JavaAccess<?>> target(Set<String> members, String what) {
        return describe(
                what,
                access -> members.contains(access.getTargetOwner().getName() + "."
                        + access.getTarget().getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> nowOfJavaTime() {
        return describe("the present of java.time", access -> {
            AccessTarget target = access.getTarget();
            return target.getOwner().getPackageName().startsWith("java.time")
                    && target.getName().equals("now");
        });
    }
}
