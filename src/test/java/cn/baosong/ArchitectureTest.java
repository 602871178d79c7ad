package cn.baosong;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.common.PlatformTime;
import cn.baosong.engine.Step;
import cn.baosong.engine.StepDelegate;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shape of the house: imports go down only, and everything stands where it belongs. */
public class ArchitectureTest {

    private static final String HOUSE = "cn.baosong.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cn.baosong");

    /** Whom each package may know, beside itself; {@code common} is known to all. */
    private static final Map<String, Set<String>> FLOORS = Map.ofEntries(
            Map.entry("common", Set.of()),
            Map.entry("form", Set.of()),
            Map.entry("check", Set.of("form")),
            Map.entry("excel", Set.of("form")),
            Map.entry("engine", Set.of()),
            Map.entry("messaging", Set.of()),
            Map.entry("storage", Set.of()),
            Map.entry("reference", Set.of()),
            Map.entry("account", kernelAnd()),
            Map.entry("upload", kernelAnd("account")),
            Map.entry("organization", kernelAnd("account")),
            Map.entry("enterprise", kernelAnd("account", "organization")),
            Map.entry("review", kernelAnd("account", "organization", "enterprise")),
            Map.entry("registration", kernelAnd("account", "upload", "organization", "enterprise", "review")),
            Map.entry("filing", kernelAnd("account", "upload", "organization", "enterprise", "review")),
            Map.entry("help", kernelAnd("account", "filing")),
            Map.entry("statistics", kernelAnd("account", "organization", "enterprise", "review", "filing")),
            Map.entry("notice", kernelAnd("account", "organization", "enterprise", "review")),
            Map.entry("administration", kernelAnd("account", "organization", "enterprise", "review")),
            Map.entry("deployment", kernelAnd("account")),
            Map.entry("workbench", kernelAnd("account", "organization", "enterprise", "review")));

    /** The two on top, which know everything but each other. */
    private static final Set<String> TOP = Set.of("shell", "demo");

    /**
     * Services that ask for no role, and why. A page or another service in front of them does, or there is nobody to ask:
     * somebody who registers or logs in has no role yet.
     */
    public static final Map<String, String> OPEN_SERVICES = Map.ofEntries(
            Map.entry("account.Accounts", "made and changed by services that ask; register() proves a phone"),
            Map.entry("account.FirstAccounts", "opened by a one-time token"),
            Map.entry("account.LanguageSwitch", "everybody's own language"),
            Map.entry("account.LoginService", "who logs in has no role yet"),
            Map.entry("account.Passwords", "asks for the old password, or for a code to the phone"),
            Map.entry("account.PhoneBinding", "asks for the password or an activation code"),
            Map.entry("account.PhoneChange", "asks for the password and a code to the old phone or e-mail"),
            Map.entry("account.PhoneVerification", "who proves a phone has no role yet"),
            Map.entry("enterprise.Enterprises", "admitting takes a step of the engine"),
            Map.entry("enterprise.LoginNameReminder", "who has forgotten a login name cannot log in"),
            Map.entry("form.DraftStore", "the feature around it knows whose draft it is"),
            Map.entry("messaging.PersonalMessages", "whose messages they are is for the caller to hold"),
            Map.entry("messaging.Outbox", "written in the transaction of a service that asks"),
            Map.entry("registration.RegistrationSteps", "every method takes a step of the engine"),
            Map.entry("registration.takeover.TakeoverSteps", "every method takes a step of the engine"));

    private static Set<String> kernelAnd(String... more) {
        var known = new HashSet<>(Set.of("form", "check", "excel", "engine", "messaging", "storage", "reference"));
        known.addAll(List.of(more));
        return known;
    }

    @Test
    void modulesUseOfEachOtherOnlyWhatIsOffered() {
        ApplicationModules.of(BaosongApplication.class).verify();
    }

    @Test
    void everyPackageStandsOnAFloor() {
        var strangers = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(HOUSE))
                .map(name -> name.substring(HOUSE.length()).split("\\.")[0])
                .distinct()
                .filter(name -> !FLOORS.containsKey(name) && !TOP.contains(name));
        assertThat(strangers)
                .as("packages this test does not know: say on which floor they stand")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> importsGoDownOnly() {
        return FLOORS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(floor -> DynamicTest.dynamicTest(floor.getKey(), () -> {
                    var allowed = Stream.concat(Stream.of("common", floor.getKey()), floor.getValue().stream())
                            .map(name -> HOUSE + name + "..")
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(HOUSE + floor.getKey() + "..")
                            .should()
                            .dependOnClassesThat(
                                    are(resideInAPackage("cn.baosong..").and(not(resideInAnyPackage(allowed)))))
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }));
    }

    @Test
    void nobodyKnowsTheTop() {
        for (var top : TOP) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(HOUSE + top + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(HOUSE + top + "..")
                    .check(CLASSES);
        }
    }

    @Test
    void theEnginesApiStaysInTheEngineAndInDelegates() {
        noClasses()
                .that()
                .resideOutsideOfPackages("cn.baosong.engine..", "cn.baosong..process..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.camunda.bpm.engine..", "org.camunda.bpm.spring..", "org.camunda.bpm.model.bpmn..")
                .because("a move to a maintained fork stays a rename")
                .check(CLASSES);
    }

    @Test
    void delegatesLieInProcessPackagesAndCallOneService() {
        classes()
                .that()
                .areAssignableTo(StepDelegate.class)
                .and()
                .doNotHaveFullyQualifiedName(StepDelegate.class.getName())
                .should()
                .resideInAPackage("cn.baosong..process..")
                .andShould()
                .bePackagePrivate()
                .andShould(knowAtMostOneOther())
                .check(CLASSES);
    }

    @Test
    void viewsArePrivateToTheirPackageAndSayWhoMayOpenThem() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .bePackagePrivate()
                .andShould()
                // A feature that is nothing but pages has them at its root.
                .resideInAnyPackage("cn.baosong..ui", "cn.baosong.shell", "cn.baosong.workbench")
                .andShould(carryOneOf(RolesAllowed.class, PermitAll.class, AnonymousAllowed.class, DenyAll.class))
                .check(CLASSES);
        classes()
                .that()
                .areAnnotatedWith(Layout.class)
                .should(carryOneOf(RolesAllowed.class, PermitAll.class, AnonymousAllowed.class))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void servicesThatChangeSomethingAskForARole() {
        classes()
                .that()
                .areAnnotatedWith(Service.class)
                .and(not(namedIn(OPEN_SERVICES.keySet())))
                .should(askForARoleWhereTheyWrite())
                .check(CLASSES);
    }

    @Test
    void theListOfOpenServicesHoldsNoOneElse() {
        var standing = CLASSES.stream().map(ArchitectureTest::shortName).toList();
        assertThat(standing).containsAll(OPEN_SERVICES.keySet());
    }

    @Test
    void whatIsNeededComesThroughTheConstructor() {
        noFields().should().beAnnotatedWith(Autowired.class).check(CLASSES);
        noFields().should().beAnnotatedWith(Value.class).check(CLASSES);
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    /** The engine, sessions and file handling see time as their libraries do; all others ask the one clock. */
    @Test
    void timeIsAskedOfTheOneClock() {
        var elsewhere = resideInAPackage("cn.baosong..").and(not(resideInAPackage("cn.baosong.storage..")));
        noClasses()
                .that(elsewhere)
                .should()
                .dependOnClassesThat(are(type(Date.class)))
                .check(CLASSES);
        for (var timed : List.of(
                Instant.class,
                LocalDate.class,
                LocalDateTime.class,
                OffsetDateTime.class,
                ZonedDateTime.class,
                YearMonth.class)) {
            noClasses().that(elsewhere).should().callMethod(timed, "now").check(CLASSES);
        }
        noClasses()
                .that(elsewhere)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
        noClasses()
                .that(elsewhere.and(not(type(PlatformTime.class))))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "makes a clock",
                        call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                                && call.getName().startsWith("system")))
                .check(CLASSES);
    }

    @Test
    void classesAreNamedAfterWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.[A-Za-z$]*(Manager|Helper|Util|Utils|Impl|Dto|DTO)(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void nobodyHoldsAStepOrMakesOne() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("cn.baosong.engine..")
                .should()
                .haveRawType(Step.class)
                .check(CLASSES);
        noClasses()
                .that()
                .areNotAssignableTo(StepDelegate.class)
                .should()
                .callConstructorWhere(JavaCall.Predicates.target(HasOwner.Predicates.With.owner(type(Step.class))))
                .check(CLASSES);
        codeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("cn.baosong.engine..")
                .should()
                .notHaveRawReturnType(Step.class)
                .check(CLASSES);
    }

    @Test
    void whoeverCallsWhatTakesAStepHasBeenGivenOne() {
        codeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage("cn.baosong.engine..")
                .should(passOnOnlyStepsTheyWereGiven())
                .check(CLASSES);
    }

    private static ArchCondition<JavaCodeUnit> passOnOnlyStepsTheyWereGiven() {
        return new ArchCondition<>("call methods that take a Step only where they were given one") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                if (takesStep(unit)) {
                    return;
                }
                unit.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(parameter -> parameter.isEquivalentTo(Step.class)))
                        .forEach(call -> events.add(SimpleConditionEvent.violated(unit, call.getDescription())));
            }
        };
    }

    private static boolean takesStep(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(Step.class));
    }

    private static ArchCondition<JavaClass> knowAtMostOneOther() {
        return new ArchCondition<>("have at most one field") {
            @Override
            public void check(JavaClass delegate, ConditionEvents events) {
                if (delegate.getFields().size() > 1) {
                    events.add(
                            SimpleConditionEvent.violated(delegate, delegate.getName() + " does more than one thing"));
                }
            }
        };
    }

    @SafeVarargs
    private static ArchCondition<JavaClass> carryOneOf(Class<? extends Annotation>... annotations) {
        return new ArchCondition<>("say who may open them") {
            @Override
            public void check(JavaClass view, ConditionEvents events) {
                if (Stream.of(annotations).noneMatch(view::isAnnotatedWith)) {
                    events.add(SimpleConditionEvent.violated(view, view.getName() + " says not who may open it"));
                }
            }
        };
    }

    /** A service writes where a public method is transactional and not read-only, or carries no transaction at all. */
    private static ArchCondition<JavaClass> askForARoleWhereTheyWrite() {
        return new ArchCondition<>("ask for a role where they write") {
            @Override
            public void check(JavaClass service, ConditionEvents events) {
                if (service.isAnnotatedWith(PreAuthorize.class)) {
                    return;
                }
                service.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> method.isAnnotatedWith(Transactional.class)
                                && !method.getAnnotationOfType(Transactional.class)
                                        .readOnly())
                        .filter(method -> !method.isAnnotatedWith(PreAuthorize.class) && !takesStep(method))
                        .forEach(method -> events.add(
                                SimpleConditionEvent.violated(method, method.getFullName() + " asks for no role")));
            }
        };
    }

    private static DescribedPredicate<JavaClass> namedIn(Set<String> names) {
        return DescribedPredicate.describe("listed", found -> names.contains(shortName(found)));
    }

    private static String shortName(JavaClass found) {
        return found.getName().startsWith(HOUSE) ? found.getName().substring(HOUSE.length()) : found.getName();
    }
}
