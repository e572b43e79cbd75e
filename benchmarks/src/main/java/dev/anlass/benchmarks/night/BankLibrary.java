package dev.anlass.benchmarks.night;

import dev.anlass.benchmarks.measure.OneBundle;
import dev.anlass.jobs.operator.BundleLibrary;
import dev.anlass.jobs.operator.News;
import dev.anlass.jobs.operator.PublishedBundle;
import org.apache.flink.connector.datagen.source.GeneratorFunction;

/** A library that has the rules of one bank from the beginning, and says so. */
final class BankLibrary implements BundleLibrary, GeneratorFunction<Long, News> {

    private static final long serialVersionUID = 1L;

    private final Bank bank;

    BankLibrary(Bank bank) {
        this.bank = bank;
    }

    @Override
    public Reader open() {
        return new OneBundle(bundle());
    }

    /** Of the one bundle. */
    @Override
    public News map(Long number) {
        return bundle().announcement();
    }

    private PublishedBundle bundle() {
        return new PublishedBundle("bank", 0, BankRules.of(bank));
    }
}
