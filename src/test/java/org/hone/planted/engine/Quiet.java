package org.hone.planted.engine;

/** Does nothing wrong. */
public record Quiet() {}
