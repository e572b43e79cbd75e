/** The months of an invented bank: its customers' accounts, and what its advisors say became of their calls. */
@NullMarked
package dev.anlass.jobs.demo.bank;

import org.jspecify.annotations.NullMarked;
