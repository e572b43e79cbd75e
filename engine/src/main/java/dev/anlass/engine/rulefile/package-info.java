/** The way from YAML and GeoJSON files to a bundle, or to all the problems found in them. */
@NullMarked
package dev.anlass.engine.rulefile;

import org.jspecify.annotations.NullMarked;
