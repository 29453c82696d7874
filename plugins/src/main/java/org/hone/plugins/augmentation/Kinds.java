package org.hone.plugins.augmentation;

import org.hone.api.training.InputShape;
import org.hone.api.training.Task;

/** Which kinds of input an augmentation makes sense for. */
final class Kinds {
  private Kinds() {}

  static boolean isOfNumbers(Task task) {
    return task.input().kind() != InputShape.Kind.TEXT;
  }

  static boolean isOfImages(Task task) {
    return task.input().kind() == InputShape.Kind.IMAGE;
  }

  static boolean isOfText(Task task) {
    return task.input().kind() == InputShape.Kind.TEXT;
  }

  static boolean isOfTable(Task task) {
    return task.input().kind() == InputShape.Kind.TABLE;
  }

  /** How many channels its images have. */
  static int channels(Task task) {
    return task.input().sizes().get(2);
  }
}
