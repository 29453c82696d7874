package org.hone.plugins;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** That techniques achieve what they are there for, each where it has something to do. */
public interface Effects {

  /** Of each technique one or more. */
  Stream<Effect> effects();

  /** One test per effect. */
  @TestFactory
  default Stream<DynamicTest> helpsByItsMeanOverSeeds1To3() {
    return effects().map(effect -> DynamicTest.dynamicTest(effect.technique().id(), effect::holds));
  }
}
