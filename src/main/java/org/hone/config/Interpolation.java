package org.hone.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.configuration2.interpol.ConfigurationInterpolator;
import org.apache.commons.configuration2.interpol.DefaultLookups;

/**
 * Puts in what {@code ${env:NAME}} and {@code ${sys:name}} stand for; {@code ${env:NAME:-other}}
 * has a default. Of Commons Configuration's lookups only these two are known: a study file runs no
 * scripts and opens no addresses.
 */
final class Interpolation {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}?");

  private final ConfigurationInterpolator interpolator = new ConfigurationInterpolator();

  Interpolation() {
    interpolator.registerLookup("env", DefaultLookups.ENVIRONMENT.getLookup());
    interpolator.registerLookup("sys", DefaultLookups.SYSTEM_PROPERTIES.getLookup());
  }

  /** The same section with all variables replaced. */
  Section apply(Section section) {
    return section.map(this::apply);
  }

  private Node apply(Node.Scalar scalar) {
    String text = String.valueOf(interpolator.interpolate(scalar.text()));
    Matcher left = VARIABLE.matcher(text);
    if (left.find()) {
      throw ConfigException.at(
          scalar.origin(),
          "%s is not defined; allowed: ${env:NAME}, ${sys:name}, either with a default as in ${env:NAME:-default}"
              .formatted(left.group()));
    }
    return new Node.Scalar(text, scalar.quoted(), scalar.origin());
  }
}
