package org.hone.engine.training;

import java.util.Optional;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * An optimizer over a stretch of the flat gradient, which it replaces by the update. The same
 * operations in the same order as ND4J's own, in single precision, so that results are the same to
 * the bit; but as plain loops, which the JVM turns into vector code.
 */
interface StepRule {

  /**
   * Replaces the gradient in [from, to) by the update.
   *
   * @param update the gradient before, the update after
   * @param state of each element: the rule's memories, one array each, as long as the gradient
   * @param iteration updates made before
   */
  void step(float[] update, float[][] state, int from, int to, int iteration, int epoch);

  /** How many memories it needs for each element. */
  int memories();

  /** What its memories hold in the beginning. */
  default float beginning() {
    return 0;
  }

  /**
   * The rule of an optimizer, which is asked for its rates at each step; empty for one not here.
   */
  static Optional<StepRule> of(IUpdater updater) {
    if (updater.getClass() == Adam.class) {
      return Optional.of(new AdamRule((Adam) updater));
    }
    if (updater.getClass() == Sgd.class) {
      return Optional.of(new SgdRule((Sgd) updater));
    }
    if (updater.getClass() == Nesterovs.class) {
      return Optional.of(new NesterovsRule((Nesterovs) updater));
    }
    return updater.getClass() == RmsProp.class
        ? Optional.of(new RmsPropRule((RmsProp) updater))
        : Optional.empty();
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
  record AdamRule(Adam adam) implements StepRule {
    @Override
    public int memories() {
      return 2;
    }

    @Override
    public void step(float[] update, float[][] state, int from, int to, int iteration, int epoch) {
      float beta1 = (float) adam.getBeta1();
      float beta2 = (float) adam.getBeta2();
      float epsilon = (float) adam.getEpsilon();
      float rate = rate(iteration, (float) adam.getLearningRate(iteration, epoch));
      float[] first = state[0];
      float[] second = state[1];
      for (int i = from; i < to; i++) {
        float gradient = update[i];
        float m = beta1 * first[i] + gradient * (1 - beta1);
        float v = beta2 * second[i] + gradient * gradient * (1 - beta2);
        first[i] = m;
        second[i] = v;
        update[i] = m * rate / ((float) Math.sqrt(v) + epsilon);
      }
    }

    /** With both moments' bias corrected; where that is no number, ND4J takes epsilon. */
    private float rate(int iteration, float learningRate) {
      float beta1 = (float) Math.pow((float) adam.getBeta1(), iteration + 1);
      float beta2 = (float) Math.pow((float) adam.getBeta2(), iteration + 1);
      float rate = (float) (learningRate * (float) Math.sqrt(1.0 - beta2) / (1.0 - beta1));
      return rate == 0 || !Float.isFinite(rate) ? (float) adam.getEpsilon() : rate;
    }
  }

  /** Gradient descent: {@code update = rate g}. */
  record SgdRule(Sgd sgd) implements StepRule {
    @Override
    public int memories() {
      return 0;
    }

    @Override
    public void step(float[] update, float[][] state, int from, int to, int iteration, int epoch) {
      float rate = (float) sgd.getLearningRate(iteration, epoch);
      for (int i = from; i < to; i++) {
        update[i] *= rate;
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
  record NesterovsRule(Nesterovs nesterovs) implements StepRule {
    @Override
    public int memories() {
      return 1;
    }

    @Override
    public void step(float[] update, float[][] state, int from, int to, int iteration, int epoch) {
      float rate = (float) nesterovs.getLearningRate(iteration, epoch);
      float momentum = (float) nesterovs.currentMomentum(iteration, epoch);
      float[] velocity = state[0];
      for (int i = from; i < to; i++) {
        float before = momentum * velocity[i];
        float after = before - rate * update[i];
        velocity[i] = after;
        update[i] = before + (-momentum - 1) * after;
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
  record RmsPropRule(RmsProp rmsProp) implements StepRule {
    @Override
    public int memories() {
      return 1;
    }

    @Override
    public float beginning() {
      return (float) rmsProp.getEpsilon();
    }

    @Override
    public void step(float[] update, float[][] state, int from, int to, int iteration, int epoch) {
      float rate = (float) rmsProp.getLearningRate(iteration, epoch);
      float decay = (float) rmsProp.getRmsDecay();
      float epsilon = (float) rmsProp.getEpsilon();
      float[] squares = state[0];
      for (int i = from; i < to; i++) {
        float gradient = update[i];
        float s = squares[i] * decay + gradient * gradient * (1 - decay);
        squares[i] = s;
        update[i] = gradient * rate / ((float) Math.sqrt(s) + epsilon);
      }
    }
  }
}
