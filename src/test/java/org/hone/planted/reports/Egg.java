package org.hone.planted.reports;

import org.hone.planted.reports.hen.Hen;

/** Needs the hen, which needs the egg. */
public record Egg(Hen from) {}
