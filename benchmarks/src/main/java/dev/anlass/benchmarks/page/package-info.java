/** The page of results: tables and pictures made from the JSON files of all questions. */
@NullMarked
package dev.anlass.benchmarks.page;

import org.jspecify.annotations.NullMarked;
