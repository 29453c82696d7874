package org.hone.planted.search;

import org.hone.planted.cli.Loud;
import org.nd4j.linalg.api.buffer.DataType;

/** The lowest floor calls the highest, uses ND4J, and prints. */
public final class Climber {
  private Climber() {}

  public static void climb() {
    System.out.println(Loud.call() + " " + DataType.FLOAT);
  }
}
