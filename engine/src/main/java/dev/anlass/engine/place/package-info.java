/** Where customers are: positions, fences, the index over fences, and presence inside them. */
@NullMarked
package dev.anlass.engine.place;

import org.jspecify.annotations.NullMarked;
