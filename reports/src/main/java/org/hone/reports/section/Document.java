package org.hone.reports.section;

import java.util.List;
import org.hone.reports.analysis.Context;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.recommendation.Recommendation;
import org.hone.reports.recommendation.Verdict;

/**
 * A report before it is rendered: everything it says, in order.
 *
 * @param context title, task and making of the report
 */
public record Document(Context context, Verdict verdict, List<Part> parts) {

  /**
   * One section's share.
   *
   * @param id kebab-case, unique, stable
   */
  public record Part(String id, String title, List<Block> blocks) {
    public Part {
      blocks = List.copyOf(blocks);
    }
  }

  private static final List<Section> SECTIONS =
      List.of(
          new SummarySection(),
          new ConfirmationSection(),
          new RecipeSection(),
          new TechniquesSection(),
          new DiagnosisSection(),
          new CurvesSection(),
          new HistorySection(),
          new TrialsSection(),
          new MakingSection());

  public Document {
    parts = List.copyOf(parts);
  }

  /** The document that the evidence gives. */
  public static Document of(Evidence evidence) {
    return new Document(
        evidence.context(),
        Recommendation.of(evidence).verdict(),
        SECTIONS.stream()
            .map(section -> new Part(section.id(), section.title(), section.blocks(evidence)))
            .toList());
  }
}
