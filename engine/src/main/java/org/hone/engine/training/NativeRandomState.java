package org.hone.engine.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's generator of this thread, by which layers such as dropout draw: two numbers. */
record NativeRandomState() implements Resumable {

  @Override
  public void save(DataOutput out) throws IOException {
    Random random = Nd4j.getRandom();
    out.writeLong(random.rootState());
    out.writeLong(random.nodeState());
  }

  @Override
  public void restore(DataInput in) throws IOException {
    long root = in.readLong();
    long node = in.readLong();
    Nd4j.getRandom().setStates(root, node);
  }
}
