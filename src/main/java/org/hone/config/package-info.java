/**
 * The study file: read from YAML, JSON, properties or XML, and turned at once into records that
 * check themselves.
 */
@NullMarked
package org.hone.config;

import org.jspecify.annotations.NullMarked;
