package org.hone.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Metric;
import org.hone.reports.analysis.RecipeCost;
import org.hone.reports.analysis.TechniqueEffects;
import org.hone.reports.analysis.Unit;
import org.hone.reports.section.Table.Column;
import org.hone.reports.section.Table.Row;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.TrialRecord;

/** The best recipe: which techniques, how strong, and the recipe as text. */
final class RecipeSection implements Section {
  private static final String TOO_SHORT =
      "The confirmation's trainings are too short (less than %s) to say which recipe takes longer."
          .formatted(Unit.SECONDS.text(RecipeCost.SHORTEST_SECONDS));

  @Override
  public String id() {
    return "recipe";
  }

  @Override
  public String title() {
    return "The best recipe";
  }

  @Override
  public List<Block> blocks(Evidence evidence) {
    return evidence
        .best()
        .map(best -> of(evidence, best))
        .orElseGet(() -> List.of(Paragraph.of("No trial has a score, so none is best.")));
  }

  private static List<Block> of(Evidence evidence, TrialRecord best) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.of(origin(evidence, best)));
    costs(evidence).ifPresent(blocks::add);
    Settings settings = new Settings(best.parameters());
    List<Row> techniques = techniques(evidence, best, settings);
    if (!techniques.isEmpty()) {
      blocks.add(table(techniques));
    }
    List<String> others = settings.others(evidence.catalogue());
    if (!others.isEmpty()) {
      blocks.add(
          Facts.of(
              others.stream().map(name -> Facts.Fact.of(name, settings.value(name))).toList()));
    }
    text(evidence, best).ifPresent(text -> blocks.add(new Code(text, "")));
    return blocks;
  }

  private static String origin(Evidence evidence, TrialRecord best) {
    Metric metric = evidence.context().metric();
    String score = metric.unit().text(best.value().orElseThrow());
    if (evidence.isOneRecipe()) {
      return "The one recipe that was trained. Its validation %s is %s."
          .formatted(metric.name(), score);
    }
    return Evidence.isBaseline(best)
        ? "The baseline itself: no other trial has a score. Its validation %s is %s."
            .formatted(metric.name(), score)
        : "Trial %s of the search, with a validation %s of %s, %s."
            .formatted(best.number(), metric.name(), score, rank(evidence));
  }

  private static String rank(Evidence evidence) {
    OptionalDouble unsurpassed = evidence.unsurpassed();
    return unsurpassed.isPresent()
        ? "the best of %s besides the baseline, which has %s: none was better than the baseline"
            .formatted(
                Count.of(evidence.candidates().size(), "scored trial"),
                evidence.context().metric().unit().text(unsurpassed.getAsDouble()))
        : "the best of " + Count.of(evidence.scored().count(), "scored trial");
  }

  private static Optional<Block> costs(Evidence evidence) {
    List<String> sentences = new ArrayList<>();
    RecipeCost time = RecipeCost.of(evidence, RecipeCost.TRAINING_TIME);
    if (time.isRepeated()) {
      sentences.add(time.isLong() ? times(time) : TOO_SHORT);
    }
    RecipeCost size = RecipeCost.of(evidence, RecipeCost.MODEL_SIZE);
    if (size.isKnown()) {
      sentences.add(
          "Its model takes %s, the baseline's %s."
              .formatted(
                  Unit.BYTES.text(size.best().median()),
                  Unit.BYTES.text(size.baseline().median())));
    }
    return sentences.isEmpty()
        ? Optional.empty()
        : Optional.of(Paragraph.of(String.join(" ", sentences)));
  }

  private static String times(RecipeCost time) {
    return "In the confirmation its training took %s, the baseline's %s (medians of %s and %s runs)."
        .formatted(
            Unit.SECONDS.text(time.best().median()),
            Unit.SECONDS.text(time.baseline().median()),
            time.best().size(),
            time.baseline().size());
  }

  private static List<Row> techniques(Evidence evidence, TrialRecord best, Settings settings) {
    return TechniqueEffects.usedBy(best, evidence.catalogue())
        .map(
            technique ->
                Row.of(
                    new Cell.Text(technique.id()),
                    new Cell.Text(technique.slot()),
                    new Cell.Text(settings.of(technique))))
        .toList();
  }

  private static Table table(List<Row> techniques) {
    return new Table(
        "Techniques it uses, in the order of application",
        List.of(
            Column.text("technique", "Technique"),
            Column.text("slot", "Slot"),
            Column.text("settings", "Settings")),
        techniques,
        false);
  }

  private static Optional<String> text(Evidence evidence, TrialRecord best) {
    return evidence
        .context()
        .bestRecipe()
        .or(() -> evidence.search().details(best).provenance().map(Provenance::recipe))
        .filter(text -> !text.isBlank());
  }
}
