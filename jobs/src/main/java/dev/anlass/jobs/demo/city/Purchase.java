package dev.anlass.jobs.demo.city;

import java.util.List;

/** An order of one or more products. */
record Purchase(List<Product> products) {

    Purchase {
        products = List.copyOf(products);
    }

    void complete(Diary diary, long time) {
        diary.add(written("order.completed", diary, time));
    }

    void cancel(Diary diary, long time) {
        diary.add(written("order.cancelled", diary, time));
    }

    private CityEvent written(String type, Diary diary, long time) {
        return diary.event(Diary.SHOP, type, time)
                .with("order_id", diary.name("order"))
                .with("product_ids", products.stream().map(Product::id).toList())
                .withCents("total", products.stream().mapToLong(Product::cents).sum())
                .with("country", "CH");
    }
}
