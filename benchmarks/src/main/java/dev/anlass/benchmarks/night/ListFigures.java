package dev.anlass.benchmarks.night;

import dev.anlass.jobs.advisor.AdvisorList;
import dev.anlass.jobs.advisor.AdvisorList.LeftOut;
import dev.anlass.jobs.advisor.ListNews;
import dev.anlass.jobs.connector.ListJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is in the lists that went out. */
final class ListFigures {

    private ListFigures() {}

    static Map<String, Object> of(List<byte[]> records) {
        List<AdvisorList> lists = records.stream()
                .map(ListJson::read)
                .filter(ListNews.Published.class::isInstance)
                .map(news -> ((ListNews.Published) news).list())
                .toList();
        List<LeftOut> leftOut = lists.stream().map(AdvisorList::leftOut).toList();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("lists", lists.size());
        figures.put("rows", lists.stream().mapToInt(list -> list.rows().size()).sum());
        figures.put("left_out", leftOut.stream().mapToInt(ListFigures::all).sum());
        figures.put(
                "left_out_by_product_share",
                leftOut.stream().mapToInt(LeftOut::productShare).sum());
        figures.put(
                "list_bytes", records.stream().mapToLong(bytes -> bytes.length).sum());
        return figures;
    }

    private static int all(LeftOut leftOut) {
        return leftOut.capacity() + leftOut.productShare() + leftOut.sameCustomer();
    }
}
