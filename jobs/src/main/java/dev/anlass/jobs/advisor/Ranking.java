package dev.anlass.jobs.advisor;

import dev.anlass.jobs.advisor.AdvisorList.LeftOut;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which proposals get a row, and in which order: the worthiest first; of equal ones the one that expires first, then the
 * older one, then by customer and action.
 *
 * <p>Going down this order, a proposal is left out if its customer has a row already or its product its share; the list
 * ends where the advisor's day does.
 *
 * @param rows in the order of their ranks
 */
record Ranking(List<Standing> rows, LeftOut leftOut) {

    static final Comparator<Standing> WORTHIEST_FIRST = Comparator.comparing(
            Standing::proposal,
            Comparator.comparingDouble(Proposal::score)
                    .reversed()
                    .thenComparingLong(Proposal::expiresAt)
                    .thenComparingLong(Proposal::decidedAt)
                    .thenComparing(Proposal::customer)
                    .thenComparing(Proposal::actionId));

    static Ranking of(Collection<Standing> proposed, Advisor advisor) {
        List<Standing> inOrder = new ArrayList<>(proposed);
        inOrder.sort(WORTHIEST_FIRST);
        int most = advisor.rows();
        int mostOfProduct = advisor.branch().rowsOfOneProduct(most);
        List<Standing> rows = new ArrayList<>();
        Set<String> customers = new HashSet<>();
        Map<String, Integer> ofProduct = new HashMap<>();
        int sameCustomer = 0;
        int productShare = 0;
        int capacity = 0;
        for (Standing standing : inOrder) {
            Proposal proposal = standing.proposal();
            if (customers.contains(proposal.customer())) {
                sameCustomer++;
            } else if (rows.size() == most) {
                capacity++;
            } else if (ofProduct.getOrDefault(proposal.product(), 0) >= mostOfProduct) {
                productShare++;
            } else {
                rows.add(standing);
                customers.add(proposal.customer());
                ofProduct.merge(proposal.product(), 1, Integer::sum);
            }
        }
        return new Ranking(List.copyOf(rows), new LeftOut(capacity, productShare, sameCustomer));
    }
}
