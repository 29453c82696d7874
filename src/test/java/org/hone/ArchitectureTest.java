package org.hone;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The house's floors: imports go down only. Every rule is also tried on {@code org.hone.planted}, a
 * house that breaks it.
 */
class ArchitectureTest {
  private static final String HOUSE = "org.hone";
  private static final String PLANTED = "org.hone.planted";

  /** What each floor may use beside itself; the application above them all is not listed. */
  private static final Map<String, List<String>> FLOORS =
      Map.of(
          "search", List.of(),
          "api", List.of("search.space"),
          "plugins", List.of("api", "search.space"),
          "engine", List.of("api", "search.space"),
          "reports", List.of("search"));

  private static final List<String> APPLICATION =
      List.of("config", "agent", "worker", "cli", "dashboard", "extension", "project");

  /** Fewer mean that the rules were tried on too little. */
  private static final Map<String, Integer> FEWEST_CLASSES =
      Map.of(
          "search",
          90,
          "api",
          35,
          "plugins",
          10,
          "engine",
          70,
          "reports",
          60,
          "config",
          25,
          "agent",
          20,
          "worker",
          2,
          "cli",
          15,
          "extension",
          10);

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("testkit"))
          .importPackages(HOUSE);
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(PLANTED);

  private static void broken(ArchRule rule, String... offenders) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> rule.check(BROKEN))
        .withMessageContainingAll(offenders);
  }

  private static String[] within(String house, List<String> parts) {
    return parts.stream().map(part -> "%s.%s..".formatted(house, part)).toArray(String[]::new);
  }

  @Test
  void thereAreClassesToJudge() {
    assertThat(FEWEST_CLASSES)
        .allSatisfy(
            (part, fewest) ->
                assertThat(CLASSES.that(resideInAPackage(HOUSE + "." + part + "..")))
                    .as(part)
                    .hasSizeGreaterThanOrEqualTo(fewest));
    assertThat(CLASSES.that(resideInAPackage(PLANTED + ".."))).isEmpty();
  }

  @Test
  void everyClassIsOnAFloor() {
    List<String> parts = Stream.concat(FLOORS.keySet().stream(), APPLICATION.stream()).toList();

    classes().should().resideInAnyPackage(within(HOUSE, parts)).check(CLASSES);
  }

  private static ArchRule importsGoDown(String house, String floor) {
    String[] allowed =
        within(house, Stream.concat(Stream.of(floor), FLOORS.get(floor).stream()).toList());
    return classes()
        .that()
        .resideInAPackage(house + "." + floor + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed).or(not(resideInAPackage(house + ".."))));
  }

  @TestFactory
  Stream<DynamicTest> importsGoDownOnly() {
    return FLOORS.keySet().stream()
        .map(
            floor ->
                DynamicTest.dynamicTest(floor, () -> importsGoDown(HOUSE, floor).check(CLASSES)));
  }

  @Test
  void importsThatGoUpAreFound() {
    broken(importsGoDown(PLANTED, "search"), "planted.search.Climber", "planted.cli.Loud");
    broken(importsGoDown(PLANTED, "api"), "planted.api.Curious", "planted.search.Climber");
    broken(importsGoDown(PLANTED, "plugins"), "planted.plugins.Neighbour", "planted.engine.Quiet");
    importsGoDown(PLANTED, "engine").check(BROKEN);
  }

  private static ArchRule noCycles(String house) {
    return slices().matching(house + ".(**)").should().beFreeOfCycles();
  }

  @Test
  void packagesFormNoCycle() {
    noCycles(HOUSE).check(CLASSES);
  }

  @Test
  void cyclesAreFound() {
    broken(noCycles(PLANTED), "Cycle detected", "planted.reports.Egg", "planted.reports.hen.Hen");
  }

  private static ArchRule noMutableStatics() {
    return fields()
        .that()
        .areStatic()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .beFinal();
  }

  @Test
  void thereIsNoStaticState() {
    noMutableStatics().check(CLASSES);
  }

  @Test
  void staticStateIsFound() {
    broken(noMutableStatics(), "planted.cli.Loud.calls");
  }

  private static ArchRule onlyTheCommandLineSpeaks(String house) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(house + ".cli..")
        .should(ACCESS_STANDARD_STREAMS);
  }

  @Test
  void onlyTheCommandLineSpeaksToTheTerminal() {
    onlyTheCommandLineSpeaks(HOUSE).check(CLASSES);
  }

  @Test
  void otherVoicesAreFound() {
    broken(onlyTheCommandLineSpeaks(PLANTED), "planted.search.Climber");
  }

  private static ArchRule noJavaUtilLogging() {
    return noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
  }

  @Test
  void nobodyUsesJavaUtilLogging() {
    noJavaUtilLogging().check(CLASSES);
  }

  @Test
  void javaUtilLoggingIsFound() {
    broken(noJavaUtilLogging(), "planted.cli.Loud");
  }

  private static ArchRule free(String house, List<String> floors, String... libraries) {
    return noClasses()
        .that()
        .resideInAnyPackage(within(house, floors))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  @Test
  void theSearchKnowsNoNetworks() {
    free(HOUSE, List.of("search"), "org.nd4j..", "org.deeplearning4j..").check(CLASSES);
  }

  @Test
  void onlyEngineAndApplicationLog() {
    free(HOUSE, List.of("search", "api", "plugins", "reports"), "org.slf4j..").check(CLASSES);
  }

  @Test
  void librariesOnTheWrongFloorAreFound() {
    broken(free(PLANTED, List.of("search"), "org.nd4j.."), "planted.search.Climber");
  }
}
