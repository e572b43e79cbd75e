package dev.anlass.benchmarks.night;

import dev.anlass.engine.rulefile.Source;
import dev.anlass.jobs.advisor.Offices;
import dev.anlass.jobs.advisor.OfficesReader;

/** The branches and advisors of a bank, read as every file of offices is. */
final class BankOffices {

    private BankOffices() {}

    static Offices of(Bank bank) {
        OfficesReader.Read read = OfficesReader.read(new Source("offices.yaml", yaml(bank)));
        Offices offices = read.offices();
        if (offices == null) {
            throw new IllegalStateException(read.problems().render());
        }
        return offices;
    }

    private static String yaml(Bank bank) {
        StringBuilder yaml = new StringBuilder("branches:\n");
        for (int branch = 0; branch < Bank.BRANCHES; branch++) {
            yaml.append("  branch-%d: {zone: Europe/Zurich, cut_off: \"06:00\", rows: %d, product_share: 20%%}\n"
                    .formatted(branch, Bank.ROWS));
        }
        yaml.append("advisors:\n");
        for (int advisor = 0; advisor < bank.advisors(); advisor++) {
            yaml.append("  advisor-%d: {branch: branch-%d, language: %s}\n"
                    .formatted(advisor, advisor % Bank.BRANCHES, advisor % 3 == 0 ? "en" : "de"));
        }
        yaml.append("words:\n");
        for (int product = 0; product < Bank.PRODUCTS; product++) {
            yaml.append("  product-%1$d: {en: Product %1$d, de: Produkt %1$d}\n".formatted(product));
        }
        return yaml.toString();
    }
}
