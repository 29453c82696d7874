package org.hone.plugins.schedule;

import java.util.List;
import org.hone.api.technique.Citation;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;

/**
 * Linear decay to zero.
 *
 * <pre>{@code factor = 1 - s}</pre>
 *
 * @see <a href="https://arxiv.org/abs/1810.04805">Devlin et al., NAACL 2019, appendix A.2</a>
 */
public final class LinearDecay extends RateSchedule {
  @Override
  public String id() {
    return "linear";
  }

  @Override
  public String summary() {
    return "Lowers the learning rate to zero along a straight line.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Devlin et al.",
        "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
        2019,
        "https://arxiv.org/abs/1810.04805");
  }

  @Override
  List<Parameter> strengths() {
    return List.of();
  }

  @Override
  Factor factor(ParameterValues values) {
    return (s, now) -> 1 - s;
  }
}
