package dev.anlass.benchmarks.page;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Figures by category as a picture. Its link says all that is drawn, for those who cannot see it, and so that a picture of
 * other figures is noticed.
 */
final class Picture {

    /** How a series is drawn. */
    enum Stroke {
        BAR,
        POINT,
        LINE
    }

    private record Series(String name, Stroke stroke, List<@Nullable Double> values) {}

    private static final int WIDTH_PIXELS = 1_000;
    private static final int HEIGHT_PIXELS = 420;
    private static final int FONT_POINTS = 14;
    private static final double TEN = 10;
    private static final double A_BIT_LESS = 0.9;

    private final String name;
    private final String unit;
    private final boolean isLogarithmic;
    private final List<String> categories = new ArrayList<>();
    private final Map<String, Series> series = new LinkedHashMap<>();

    /** @param unit of what goes up */
    Picture(String name, String unit, boolean isLogarithmic) {
        this.name = name;
        this.unit = unit;
        this.isLogarithmic = isLogarithmic;
    }

    String name() {
        return name;
    }

    boolean isEmpty() {
        return categories.isEmpty();
    }

    void category(String category) {
        categories.add(category);
    }

    /** The value of a series in the newest category; null for none. */
    void value(String of, Stroke stroke, @Nullable Double value) {
        series.computeIfAbsent(of, any -> new Series(of, stroke, new ArrayList<>()))
                .values()
                .add(value);
    }

    /** What stands on the page. */
    String link() {
        List<String> said = new ArrayList<>();
        for (Series each : series.values()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < categories.size(); i++) {
                Double value = each.values().get(i);
                values.add(categories.get(i) + " " + (value == null ? Form.NONE : Form.PLAIN.of(value)));
            }
            said.add(each.name() + ": " + String.join(", ", values));
        }
        return "![" + unit + ". " + String.join("; ", said) + "](" + name + ".png)";
    }

    void draw(Path folder) throws IOException {
        BitmapEncoder.saveBitmap(chart(), folder.resolve(name).toString(), BitmapFormat.PNG);
    }

    private CategoryChart chart() {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH_PIXELS)
                .height(HEIGHT_PIXELS)
                .yAxisTitle(unit)
                .build();
        style(chart.getStyler());
        for (Series each : series.values()) {
            CategorySeries drawn = chart.addSeries(each.name(), categories, each.values());
            drawn.setChartCategorySeriesRenderStyle(
                    switch (each.stroke()) {
                        case BAR -> CategorySeriesRenderStyle.Bar;
                        case POINT -> CategorySeriesRenderStyle.Scatter;
                        case LINE -> CategorySeriesRenderStyle.Line;
                    });
        }
        return chart;
    }

    private double smallest() {
        return series.values().stream()
                .flatMap(each -> each.values().stream())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(1);
    }

    private void style(CategoryStyler styler) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, FONT_POINTS);
        styler.setYAxisLogarithmic(isLogarithmic);
        if (isLogarithmic) {
            styler.setOverlapped(series.values().stream().allMatch(each -> each.stroke() == Stroke.POINT));
            styler.setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
            styler.setYAxisMin(Math.pow(TEN, Math.floor(Math.log10(A_BIT_LESS * smallest()))));
        }
        styler.setLegendPosition(LegendPosition.OutsideS);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setAxisTickLabelsFont(font);
        styler.setAxisTitleFont(font);
        styler.setLegendFont(font);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setMarkerSize(FONT_POINTS);
        styler.setLegendLayout(LegendLayout.Horizontal);
    }
}
