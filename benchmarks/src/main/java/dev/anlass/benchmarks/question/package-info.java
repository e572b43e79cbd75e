/** What one thing alone costs: one class for each question, each measured in a machine of its own. */
@NullMarked
package dev.anlass.benchmarks.question;

import org.jspecify.annotations.NullMarked;
