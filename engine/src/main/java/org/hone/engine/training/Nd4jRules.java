package org.hone.engine.training;

import java.util.List;
import java.util.Optional;
import org.hone.api.recipe.RuleUpdater;
import org.hone.api.recipe.StepRule;
import org.hone.api.recipe.Stretch;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * The rules of ND4J's most usual optimizers: the same operations in the same order, in single
 * precision, so that results are the same to the bit; but as plain loops, which the JVM turns into
 * vector code.
 */
final class Nd4jRules {
  private Nd4jRules() {}

  /** The rule of an optimizer; empty for one that has none and is not here. */
  static Optional<StepRule> of(IUpdater updater) {
    if (updater instanceof RuleUpdater own) {
      return Optional.of(own.rule());
    }
    if (updater instanceof ScheduledAdam adam) {
      return Optional.of(new AdamRule(adam.ownBeta1(), adam.getBeta2(), adam.getEpsilon()));
    }
    if (updater.getClass() == Adam.class) {
      Adam adam = (Adam) updater;
      return Optional.of(new AdamRule(adam.getBeta1(), adam.getBeta2(), adam.getEpsilon()));
    }
    if (updater.getClass() == Sgd.class) {
      return Optional.of(new SgdRule());
    }
    if (updater.getClass() == Nesterovs.class) {
      return Optional.of(new NesterovsRule(((Nesterovs) updater).getMomentum()));
    }
    if (updater.getClass() == RmsProp.class) {
      RmsProp rmsProp = (RmsProp) updater;
      return Optional.of(new RmsPropRule(rmsProp.getRmsDecay(), rmsProp.getEpsilon()));
    }
    return Optional.empty();
  }

  /**
   * Adam.
   *
   * <pre>{@code
   * m = beta1 m + (1 - beta1) g
   * v = beta2 v + (1 - beta2) g^2
   * update = rate sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon)
   * }</pre>
   *
   * @see <a href="https://arxiv.org/abs/1412.6980">Kingma, Ba, ICLR 2015, end of section 2</a>
   */
  private record AdamRule(double beta1, double beta2, double epsilon) implements StepRule {
    @Override
    public List<String> memories() {
      return List.of("m", "v");
    }

    @Override
    public void step(Stretch weights, Step now) {
      float beta1 = (float) now.momentumOr(this.beta1);
      float beta2 = (float) this.beta2;
      float epsilon = (float) this.epsilon;
      float rate = rate(now, beta1, beta2);
      float[] g = weights.gradient();
      float[] first = weights.memory("m");
      float[] second = weights.memory("v");
      for (int i = weights.from(); i < weights.to(); i++) {
        float gradient = g[i];
        float m = beta1 * first[i] + gradient * (1 - beta1);
        float v = beta2 * second[i] + gradient * gradient * (1 - beta2);
        first[i] = m;
        second[i] = v;
        g[i] = m * rate / ((float) Math.sqrt(v) + epsilon);
      }
    }

    /** With both moments' bias corrected; where that is no number, ND4J takes epsilon. */
    private float rate(Step now, float beta1, float beta2) {
      float first = (float) Math.pow(beta1, now.t());
      float second = (float) Math.pow(beta2, now.t());
      float rate = (float) ((float) now.rate() * (float) Math.sqrt(1.0 - second) / (1.0 - first));
      return rate == 0 || !Float.isFinite(rate) ? (float) epsilon : rate;
    }
  }

  /** Gradient descent: {@code update = rate g}. */
  private record SgdRule() implements StepRule {
    @Override
    public List<String> memories() {
      return List.of();
    }

    @Override
    public void step(Stretch weights, Step now) {
      float rate = (float) now.rate();
      float[] g = weights.gradient();
      for (int i = weights.from(); i < weights.to(); i++) {
        g[i] *= rate;
      }
    }
  }

  /**
   * Nesterov's momentum.
   *
   * <pre>{@code
   * v' = momentum v - rate g
   * update = momentum v - (1 + momentum) v'
   * }</pre>
   *
   * @see <a href="http://proceedings.mlr.press/v28/sutskever13.pdf">Sutskever et al., ICML 2013</a>
   */
  private record NesterovsRule(double momentum) implements StepRule {
    @Override
    public List<String> memories() {
      return List.of("v");
    }

    @Override
    public void step(Stretch weights, Step now) {
      float rate = (float) now.rate();
      float momentum = (float) now.momentumOr(this.momentum);
      float[] g = weights.gradient();
      float[] velocity = weights.memory("v");
      for (int i = weights.from(); i < weights.to(); i++) {
        float before = momentum * velocity[i];
        float after = before - rate * g[i];
        velocity[i] = after;
        g[i] = before + (-momentum - 1) * after;
      }
    }
  }

  /**
   * RMSProp, whose mean begins at epsilon.
   *
   * <pre>{@code
   * s = decay s + (1 - decay) g^2
   * update = rate g / (sqrt(s) + epsilon)
   * }</pre>
   *
   * @see <a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Hinton,
   *     lecture 6e of CSC321, 2012</a>
   */
  private record RmsPropRule(double decay, double epsilon) implements StepRule {
    @Override
    public List<String> memories() {
      return List.of("s");
    }

    @Override
    public double beginning() {
      return epsilon;
    }

    @Override
    public void step(Stretch weights, Step now) {
      float rate = (float) now.rate();
      float decay = (float) this.decay;
      float epsilon = (float) this.epsilon;
      float[] g = weights.gradient();
      float[] squares = weights.memory("s");
      for (int i = weights.from(); i < weights.to(); i++) {
        float gradient = g[i];
        float s = squares[i] * decay + gradient * gradient * (1 - decay);
        squares[i] = s;
        g[i] = gradient * rate / ((float) Math.sqrt(s) + epsilon);
      }
    }
  }
}
