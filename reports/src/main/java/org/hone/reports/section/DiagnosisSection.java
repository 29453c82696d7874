package org.hone.reports.section;

import java.util.ArrayList;
import java.util.List;
import org.hone.reports.analysis.Evidence;
import org.hone.reports.diagnosis.Diagnosis;
import org.hone.reports.diagnosis.Finding;

/** What is wrong with the baseline's training, each finding with the figures that show it. */
final class DiagnosisSection implements Section {
  @Override
  public String id() {
    return "diagnosis";
  }

  @Override
  public String title() {
    return "Diagnosis of the baseline";
  }

  @Override
  public List<Block> blocks(Evidence evidence) {
    Diagnosis diagnosis = Diagnosis.of(evidence);
    List<Block> blocks = new ArrayList<>();
    diagnosis.findings().forEach(finding -> blocks.add(callout(finding)));
    if (diagnosis.epochs() < Diagnosis.FEWEST_EPOCHS) {
      blocks.add(Paragraph.of(tooShort(diagnosis.epochs())));
    } else if (blocks.isEmpty()) {
      blocks.add(
          Paragraph.of(
              """
              Nothing stands out: over %s epochs the losses show neither overfitting, nor an early \
              end, nor a standstill, and trials hardly fail.\
              """
                  .formatted(String.valueOf(diagnosis.epochs()))));
    }
    return blocks;
  }

  private static Block callout(Finding finding) {
    return new Callout(
        Tone.CAUTION,
        finding.kind().title(),
        List.of(finding.evidence(), finding.kind().meaning()));
  }

  private static String tooShort(int epochs) {
    return epochs == 0
        ? "The baseline's validation loss was not recorded, so its curves say nothing."
        : "The baseline's validation loss has %s; curves are judged from %s on."
            .formatted(Count.of(epochs, "finite reading"), Diagnosis.FEWEST_EPOCHS);
  }
}
