package org.hone.engine.backend;

/**
 * Whether one measure that makes training fast is in force.
 *
 * @param subject what it is about, one or two words
 * @param active false where ND4J computes as it does without Hone
 * @param text what is so, and what that means
 */
public record Finding(String subject, boolean active, String text) {}
