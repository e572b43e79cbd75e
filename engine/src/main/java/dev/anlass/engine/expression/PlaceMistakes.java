package dev.anlass.engine.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.ArrayList;
import java.util.List;

/** Finds arguments of {@code distance_m} in a checked tree that can be no places: they need {@code lat} and {@code lon}. */
final class PlaceMistakes {

    private final CelAbstractSyntaxTree tree;
    private final CelTypes types;
    private final Offsets offsets;
    private final List<Mistake> mistakes = new ArrayList<>();

    private PlaceMistakes(String text, CelAbstractSyntaxTree tree, CelTypes types) {
        this.tree = tree;
        this.types = types;
        this.offsets = new Offsets(text);
    }

    static List<Mistake> of(String text, CelAbstractSyntaxTree checked, CelTypes types) {
        PlaceMistakes search = new PlaceMistakes(text, checked, types);
        search.visit(checked.getExpr());
        return search.mistakes;
    }

    private void visit(CelExpr node) {
        if (node.callOrDefault().function().equals(Functions.DISTANCE)) {
            for (CelExpr place : node.call().args()) {
                if (!mayBePlace(tree.getType(place.id()).orElse(SimpleType.DYN))) {
                    int position = tree.getSource().getPositionsMap().getOrDefault(place.id(), 0);
                    mistakes.add(new Mistake(
                            offsets.ofPosition(position),
                            Functions.DISTANCE + " needs a record with lat and lon",
                            "expected: such as distance_m(event.fence, visit.fence)"));
                }
            }
        }
        Nodes.below(node).forEach(this::visit);
    }

    private boolean mayBePlace(CelType type) {
        return switch (type.kind()) {
            case STRUCT -> hasDegrees(type, Distance.LATITUDE) && hasDegrees(type, Distance.LONGITUDE);
            case MAP -> type instanceof MapType map && mayBeNumber(map.valueType());
            case DYN -> true;
            default -> false;
        };
    }

    private boolean hasDegrees(CelType record, String field) {
        return types.findType(record.name())
                .filter(StructType.class::isInstance)
                .flatMap(struct -> ((StructType) struct).findField(field))
                .filter(degrees -> mayBeNumber(degrees.type()))
                .isPresent();
    }

    private static boolean mayBeNumber(CelType type) {
        return type.kind() == CelKind.DOUBLE || type.kind() == CelKind.INT || type.kind() == CelKind.DYN;
    }
}
