package dev.anlass.jobs.consent;

import dev.anlass.engine.customer.ConsentRecord;
import dev.anlass.engine.rule.Purpose;

/** Terms of the Data Privacy Vocabulary for words of the engine. */
final class Terms {

    private Terms() {}

    static String of(Purpose.Basis basis) {
        return switch (basis) {
            case CONSENT -> "dpv:Consent";
            case LEGITIMATE_INTEREST -> "dpv:LegitimateInterest";
            case CONTRACT -> "dpv:Contract";
        };
    }

    static String of(ConsentRecord.Status status) {
        return switch (status) {
            case GIVEN -> "dpv:ConsentGiven";
            case REFUSED -> "dpv:ConsentRefused";
            case WITHDRAWN -> "dpv:ConsentWithdrawn";
            case OBJECTED -> "dpv:LegitimateInterestObjected";
        };
    }
}
