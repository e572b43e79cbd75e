package dev.anlass.jobs.demo.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The file of branches and advisors, made from what customers' events say about theirs. */
public final class BankOffices {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORDS = """
            words:
              savings: {de: Sparplan, en: Savings plan}
              investment: {de: Anlage, en: Investment}
              loan: {de: Kredit, en: Loan}
              ask-for-the-goal: {de: Nach dem Sparziel fragen, en: Ask what the money is for}
              propose-a-plan: {de: Ein Gespräch über Anlagen vorschlagen, en: Propose a meeting about investing}
              compare-the-costs: {de: Überziehung und Kredit vergleichen, en: Compare overdraft and loan}
            """;

    private final Map<String, String> zones = new TreeMap<>();
    private final Map<String, String> branches = new TreeMap<>();

    /** Takes an event; only those about customers say something. */
    public void take(byte[] event) throws IOException {
        JsonNode tree = JSON.readTree(event);
        JsonNode data = tree.path("data");
        if (tree.path("type").asText().equals("customer.updated") && data.has("advisor") && data.has("branch")) {
            String branch = data.path("branch").asText();
            zones.putIfAbsent(branch, data.path("zone").asText("UTC"));
            branches.putIfAbsent(data.path("advisor").asText(), branch);
        }
    }

    /** Advisors by id, with their branches. */
    public Map<String, String> advisors() {
        return branches;
    }

    /** As it is written in the file: half of the advisors read German, half English. */
    public String yaml() {
        StringBuilder yaml = new StringBuilder("branches:\n");
        zones.forEach((branch, zone) -> yaml.append("  ")
                .append(branch)
                .append(": {zone: ")
                .append(zone)
                .append(", cut_off: \"07:30\", rows: 12, product_share: 75%}\n"));
        yaml.append("advisors:\n");
        int number = 0;
        for (Map.Entry<String, String> advisor : branches.entrySet()) {
            yaml.append("  ")
                    .append(advisor.getKey())
                    .append(": {branch: ")
                    .append(advisor.getValue())
                    .append(", language: ")
                    .append(number++ % 2 == 0 ? "de" : "en")
                    .append("}\n");
        }
        return yaml.append(WORDS).toString();
    }
}
