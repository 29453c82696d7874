import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program for {@code hone optimize}; its "training" is a formula. Nothing but a JDK is needed.
 *
 * <pre>
 * hone optimize --space src/examples/optimize/space.yaml --exec "java src/examples/optimize/Train.java"
 * </pre>
 */
public final class Train {
  private static final int EPOCHS = 10;

  public static void main(String[] arguments) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    String order = in.readLine();
    while (order != null) { // a line per trial, until hone has enough
      run(order, in);
      order = in.readLine();
    }
  }

  private static void run(String order, BufferedReader in) throws IOException {
    long trial = Long.parseLong(value(order, "trial"));
    double floor = floor(order);
    Random noise = new Random(Long.parseLong(value(order, "seed")));
    double loss = floor;
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      loss = floor + Math.exp(-epoch / 3.0) + 0.002 * noise.nextGaussian();
      System.out.printf("{\"trial\": %d, \"step\": %d, \"value\": %s}%n", trial, epoch, loss);
      if (value(in.readLine(), "prune").equals("true")) {
        return;
      }
    }
    System.out.printf("{\"trial\": %d, \"values\": [%s]}%n", trial, loss);
  }

  /** What the loss falls to. */
  private static double floor(String order) {
    double bestRate =
        value(order, "optimizer").equals("adam") ? 1e-3 : 0.1 * (1 - number(order, "momentum"));
    return 0.1
        + 0.02 * Math.abs(number(order, "layers") - 3)
        + 0.2 * Math.abs(number(order, "dropout") - 0.2)
        + 0.05 * Math.pow(Math.log10(number(order, "rate") / bestRate), 2);
  }

  private static double number(String json, String key) {
    return Double.parseDouble(value(json, key));
  }

  /** Enough of JSON for this line; a real program has a library for it. */
  private static String value(String json, String key) {
    Matcher matcher = Pattern.compile('"' + key + "\":\\s*\"?([^\",}]+)").matcher(json);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no " + key + " in " + json);
    }
    return matcher.group(1);
  }
}
