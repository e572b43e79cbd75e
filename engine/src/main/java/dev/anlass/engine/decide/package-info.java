/** The choice of the one action: candidates, gates, contact history, arbitration, and the decision. */
@NullMarked
package dev.anlass.engine.decide;

import org.jspecify.annotations.NullMarked;
