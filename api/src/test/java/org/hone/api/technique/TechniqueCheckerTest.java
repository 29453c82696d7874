package org.hone.api.technique;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.hone.api.recipe.Recipe;
import org.hone.api.technique.TechniqueChecker.Finding;
import org.hone.api.testkit.DelegatingEngine;
import org.hone.api.testkit.FakeEngine;
import org.hone.api.training.Goal;
import org.hone.api.training.Task;
import org.hone.api.training.Terms;
import org.hone.api.training.TrainingResult;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;
import org.hone.search.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.learning.config.Sgd;

class TechniqueCheckerTest {

  /** The rules that the technique breaks, with what was seen. */
  private static List<String> violations(Technique technique) {
    return new TechniqueChecker(new FakeEngine())
        .check(technique).stream()
            .filter(finding -> !finding.holds())
            .map(finding -> finding.rule() + ": " + finding.detail())
            .toList();
  }

  private static Technique applying(Function<Recipe, Recipe> change) {
    return new Trick() {
      @Override
      public Recipe apply(Recipe recipe, ParameterValues values) {
        return change.apply(super.apply(recipe, values));
      }
    };
  }

  @Test
  void aGoodTechniqueKeepsEveryRuleOnEveryKindOfTask() {
    List<Finding> findings = new TechniqueChecker(new FakeEngine()).check(new Trick());
    assertThat(findings).allSatisfy(finding -> assertThat(finding.holds()).isTrue());
    assertThat(findings)
        .extracting(Finding::rule)
        .contains(
            "it trains at any strength (classification, table)",
            "it trains at any strength (regression, table)",
            "it trains at any strength (classification, image)");
  }

  @Test
  void findsABadId() {
    assertThat(violations(Trick.named("My_Trick", Slot.OPTIMIZER)))
        .containsExactly("its id is kebab-case: the id is 'My_Trick'");
  }

  @Test
  void findsThatNothingIsSaid() {
    Technique silent =
        new Trick() {
          @Override
          public String summary() {
            return "sgd";
          }
        };
    assertThat(violations(silent))
        .containsExactly("it says in a sentence what it does: the summary is 'sgd'");
  }

  @Test
  void findsAMissingSource() {
    Technique unsourced =
        new Trick() {
          @Override
          public Citation source() {
            return null;
          }
        };
    assertThat(violations(unsourced)).singleElement().asString().startsWith("it cites its source");
  }

  @Test
  void findsAConflictWithItselfOrItsOwnSlot() {
    assertThat(violations(Trick.conflicting(() -> Set.of("trick")))).hasSize(1);
    assertThat(violations(Trick.conflicting(() -> Set.of("optimizer"))))
        .containsExactly("it does not conflict with itself: it names itself or its own slot");
    assertThat(violations(Trick.conflicting(() -> Set.of("another")))).isEmpty();
  }

  @Test
  void findsThatItAppliesToNothing() {
    assertThat(violations(appliesTo(task -> false)))
        .containsExactly("it applies to some task: it applies to none");
  }

  @Test
  void checksOnlyTheTasksItAppliesTo() {
    TechniqueChecker checker = new TechniqueChecker(new FakeEngine());
    assertThat(checker.check(appliesTo(task -> task.goal() == Goal.REGRESSION)))
        .extracting(Finding::rule)
        .anyMatch(rule -> rule.contains("regression"))
        .noneMatch(rule -> rule.contains("classification"));
  }

  private static Technique appliesTo(Function<Task, Boolean> condition) {
    return new Trick() {
      @Override
      public boolean appliesTo(Task task) {
        return condition.apply(task);
      }
    };
  }

  @Test
  void findsAParameterWithoutDefaultOrWithABadName() {
    assertThat(violations(with(Parameter.of(Trick.RATE, FloatDistribution.of(0, 1)))))
        .allMatch(text -> text.matches("every parameter has a default .*: 'rate' has none"))
        .hasSize(5);
    assertThat(violations(with(Parameter.of("Rate", FloatDistribution.of(0, 1), 0.5))))
        .anyMatch(text -> text.contains("the name 'Rate' is not kebab-case"));
  }

  private static Technique with(Parameter parameter) {
    return new Trick() {
      @Override
      public SearchSpace parameters(Task task) {
        return SearchSpace.of(parameter);
      }
    };
  }

  @Test
  void findsParametersThatDifferFromCallToCall() {
    AtomicInteger calls = new AtomicInteger();
    Technique restless =
        new Trick() {
          @Override
          public SearchSpace parameters(Task task) {
            double low = 1e-3 / calls.incrementAndGet();
            return SearchSpace.of(Parameter.of(RATE, FloatDistribution.log(low, 1), 1e-2));
          }
        };
    assertThat(violations(restless))
        .anyMatch(text -> text.endsWith("parameters() differs from call to call"));
  }

  @Test
  void findsThatApplyChangesTheGivenRecipe() {
    Technique meddler =
        new Trick() {
          @Override
          public Recipe apply(Recipe recipe, ParameterValues values) {
            recipe.update().updater().setLrAndSchedule(values.number(RATE), null);
            return recipe;
          }
        };
    assertThat(violations(meddler))
        .filteredOn(text -> text.startsWith("apply is pure"))
        .hasSize(5)
        .allMatch(text -> text.endsWith("the given recipe changed"));
  }

  @Test
  void findsThatApplyChangesALayerOfTheGivenNetwork() {
    Technique meddler =
        applying(
            recipe -> {
              recipe.network().sites().forEach(site -> site.layer().setLayerName("mine"));
              return recipe;
            });
    assertThat(violations(meddler)).anyMatch(text -> text.endsWith("the given recipe changed"));
  }

  @Test
  void findsThatApplyGivesAnotherNetworkEachTime() {
    AtomicInteger calls = new AtomicInteger();
    Technique fickle =
        applying(
            recipe ->
                recipe.withNetwork(
                    network ->
                        network.mapLayers(
                            site -> true,
                            layer -> {
                              layer.setLayerName("call-" + calls.incrementAndGet());
                              return layer;
                            })));
    assertThat(violations(fickle))
        .anyMatch(text -> text.endsWith("the second call gives another network"));
  }

  @Test
  void findsATrainingThatEndsInNaN() {
    Technique wild =
        applying(recipe -> recipe.withUpdate(update -> update.withUpdater(new Sgd(1e30))));
    assertThat(violations(wild))
        .hasSize(5)
        .allMatch(text -> text.startsWith("it trains at any strength"))
        .allMatch(text -> text.contains("with {rate=0.01} the training ended FAILED: diverged"));
  }

  @Test
  void findsTheStrengthAtWhichATrainingEndsInNaN() {
    Technique fragile =
        new Trick() {
          @Override
          public Recipe apply(Recipe recipe, ParameterValues values) {
            double rate = values.number(RATE) >= 1 ? 1e30 : values.number(RATE);
            return recipe.withUpdate(update -> update.withUpdater(new Sgd(rate)));
          }
        };
    assertThat(violations(fragile)).hasSize(5).allMatch(text -> text.contains("with {rate=1.0}"));
  }

  @Test
  void findsThatTheSameSeedGivesAnotherResult() {
    AtomicInteger calls = new AtomicInteger();
    Technique gambler =
        applying(
            recipe ->
                recipe.withUpdate(
                    update -> update.withUpdater(new Sgd(0.01 * calls.incrementAndGet()))));
    assertThat(violations(gambler))
        .filteredOn(text -> text.startsWith("the same seed gives the same result"))
        .hasSize(5)
        .allMatch(text -> text.contains("the scores are"));
  }

  @Test
  void anExceptionIsARuleThatDoesNotHold() {
    Technique broken =
        applying(
            recipe -> {
              throw new IllegalStateException("broken");
            });
    assertThat(violations(broken))
        .hasSize(15)
        .allMatch(text -> text.endsWith("it threw java.lang.IllegalStateException: broken"));
    assertThat(
            violations(
                appliesTo(
                    task -> {
                      throw new IllegalStateException("broken");
                    })))
        .singleElement()
        .asString()
        .startsWith("it applies to some task: it threw");
  }

  @Test
  void aNeedThatCannotBeToldIsFound() {
    assertThat(violations(needing(null)))
        .anyMatch(text -> text.startsWith("it says what it needs"));
    Set<Need> hole = new HashSet<>();
    hole.add(null);
    assertThat(violations(needing(hole))).containsExactly("it says what it needs: it needs [null]");
  }

  private static Technique needing(Set<Need> needs) {
    return new Trick() {
      @Override
      public Set<Need> needs() {
        return needs;
      }
    };
  }

  @Test
  void itsNeedsAreMet() {
    List<Boolean> offered = new ArrayList<>();
    Technique transfer =
        new Trick() {
          @Override
          public Set<Need> needs() {
            return Set.of(Need.PRETRAINED);
          }

          @Override
          public boolean appliesTo(Task task) {
            offered.add(task.network().pretrained().isPresent());
            return true;
          }
        };
    assertThat(violations(transfer)).isEmpty();
    assertThat(offered).containsOnly(true);
  }

  @Test
  void aTeacherStandsReadyForWhoNeedsOne() {
    List<Boolean> teachers = new ArrayList<>();
    FakeEngine fake = new FakeEngine();
    DelegatingEngine watched =
        new DelegatingEngine(fake) {
          @Override
          public TrainingResult train(Recipe recipe, Task task, Terms terms) {
            teachers.add(terms.teacher().isPresent());
            return super.train(recipe, task, terms);
          }
        };
    new TechniqueChecker(watched).check(needing(Set.of(Need.TEACHER)));
    // the teachers' own trainings come first
    assertThat(teachers.subList(0, 5)).containsOnly(false);
    assertThat(teachers.subList(5, teachers.size())).containsOnly(true);
  }

  @Test
  void pointsKeepTheConstraintsOfTheSpace() {
    Parameter one = Parameter.of("one", CategoricalDistribution.flag(), false);
    Parameter two = Parameter.of("two", CategoricalDistribution.flag(), false);
    SearchSpace space =
        new SearchSpace(
            List.of(one, two, Parameter.of(Trick.RATE, FloatDistribution.of(0.1, 1), 0.5)),
            List.of(new AtMostOne(List.of(Literal.of(one, true), Literal.of(two, true)))));
    Technique constrained =
        new Trick() {
          @Override
          public SearchSpace parameters(Task task) {
            return space;
          }
        };
    assertThat(violations(constrained)).isEmpty();
  }
}
