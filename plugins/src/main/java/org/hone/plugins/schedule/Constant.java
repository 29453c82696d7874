package org.hone.plugins.schedule;

import java.util.List;
import org.hone.api.technique.Citation;
import org.hone.search.space.Parameter;
import org.hone.search.space.ParameterValues;

/**
 * A learning rate that stays as it is once it is warm.
 *
 * @see <a href="https://arxiv.org/abs/1706.02677">Goyal et al. 2017, section 2.2</a>
 */
public final class Constant extends RateSchedule {
  @Override
  public String id() {
    return "constant";
  }

  @Override
  public String summary() {
    return "Lets the learning rate rise at the beginning, then leaves it alone.";
  }

  @Override
  public Citation source() {
    return new Citation(
        "Goyal et al.",
        "Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour",
        2017,
        "https://arxiv.org/abs/1706.02677");
  }

  @Override
  public boolean isOnRequest() {
    return true;
  }

  @Override
  List<Parameter> strengths() {
    return List.of();
  }

  @Override
  Factor factor(ParameterValues values) {
    return (s, now) -> 1;
  }
}
