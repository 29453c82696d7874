package org.hone.reports.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.reports.analysis.Cost;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.analysis.Metric;
import org.hone.reports.analysis.TechniqueEffects;
import org.hone.reports.analysis.Unit;
import org.hone.reports.section.Table.Column;
import org.hone.reports.section.Table.Row;
import org.hone.search.trial.Provenance;
import org.hone.search.trial.TrialRecord;

/** The best recipe: which techniques, how strong, and the recipe as text. */
final class RecipeSection implements Section {
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
    blocks.add(Paragraph.of(origin(evidence, best) + times(Cost.of(evidence))));
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
    return Evidence.isBaseline(best)
        ? "The baseline itself: no other trial has a score. Its validation "
            + metric.name()
            + " is "
            + score
            + "."
        : "Trial "
            + best.number()
            + " of the search, with a validation "
            + metric.name()
            + " of "
            + score
            + ", the best of "
            + Count.of(evidence.scored().count(), "scored trial")
            + ".";
  }

  private static String times(Cost cost) {
    if (cost.bestSeconds().isEmpty() || cost.baselineSeconds().isEmpty()) {
      return "";
    }
    return " Its training took "
        + Unit.SECONDS.text(cost.bestSeconds().getAsDouble())
        + ", the baseline's "
        + Unit.SECONDS.text(cost.baselineSeconds().getAsDouble())
        + ".";
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
