/** What is known of one customer: attributes, consent and the permission it gives, metrics, segments. */
@NullMarked
package dev.anlass.engine.customer;

import org.jspecify.annotations.NullMarked;
